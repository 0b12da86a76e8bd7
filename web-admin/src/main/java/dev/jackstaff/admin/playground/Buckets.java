package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.chart.BucketBar;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.engine.flag.Explanation.BucketAssignment;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.PercentageResult;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Buckets in words and as bars. */
final class Buckets {
    private static final long PERCENT = 100;

    private Buckets() {}

    /** The number of buckets of which a limit is a share; that of native flags if the share is nothing. */
    static long scale(int limit, int basisPoints) {
        return basisPoints == 0 || limit == 0
                ? RolloutDefinition.WHOLE
                : Math.max(limit, Math.round((double) limit * RolloutDefinition.WHOLE / basisPoints));
    }

    /** A bucket as a number of 100. */
    static String words(int bucket, long scale) {
        return BigDecimal.valueOf(bucket)
                .multiply(BigDecimal.valueOf(PERCENT))
                .divide(BigDecimal.valueOf(scale), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** The bar of a share, with the bucket of the context. */
    static BucketBar rollout(PercentageResult result, int basisPoints) {
        long scale = scale(result.limit(), basisPoints);
        String share = Percent.of(basisPoints);
        BucketBar.Builder bar = new BucketBar.Builder(scale)
                .part(result.limit(), "f1", share)
                .part(scale - result.limit(), "f0 future", "");
        return finished(bar, result.assignment(), scale, MessageBundle.format("path.share", share));
    }

    /** The bar of a split, with the bucket of the context. */
    static BucketBar split(BucketAssignment assignment, OutcomeDefinition.Split split, VariantColours colours) {
        long sum = split.variants().stream().mapToLong(share -> share.weight()).sum();
        BucketBar.Builder bar = new BucketBar.Builder(sum);
        split.variants()
                .forEach(share -> bar.part(share.weight(), "f" + colours.number(share.variant()), share.variant()));
        return finished(bar, assignment, sum, MessageBundle.format("path.split"));
    }

    private static BucketBar finished(BucketBar.Builder bar, BucketAssignment assignment, long scale, String what) {
        Integer bucket = assignment.bucket();
        if (bucket == null) {
            return bar.at(null, "", what);
        }
        String words = MessageBundle.format("path.bucket", words(bucket, scale));
        return bar.at(bucket, words, words + "; " + what);
    }
}
