package dev.jackstaff.engine.bucketing;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code murmur3/1}: Unleash's bucketing (client specification 6.1, MurmurHash3 of {@code group:subject}, seed 0 for
 * rollouts and 86028157 for variants), refined from percents to basis points. The hundreds of a bucket are Unleash's
 * percent, the rest comes from digits that Unleash leaves unused, so that a rollout of whole percents decides exactly
 * as in Unleash.
 */
public final class Murmur3Bucketing implements Bucketing {
    public static final String NAME = "murmur3/1";
    public static final Murmur3Bucketing INSTANCE = new Murmur3Bucketing();

    private static final int ROLLOUT_SEED = 0;
    private static final int SPLIT_SEED = 86_028_157;

    private Murmur3Bucketing() {}

    @Override
    public String name() {
        return NAME;
    }

    /** The subjects of a rollout, with buckets within 1..10000. */
    @Override
    public RolloutShare rollout(String group, int basisPoints) {
        return new RolloutShare(new RolloutBucketer(salted(ROLLOUT_SEED, group)), basisPoints);
    }

    /** The division of all subjects by weights, with buckets within 1..total. */
    @Override
    public BucketRanges split(String group, List<Integer> weights) {
        List<Integer> upperBounds = new ArrayList<>(weights.size());
        long total = 0;
        for (int weight : weights) {
            total += weight;
            upperBounds.add(Math.toIntExact(Math.min(total, Integer.MAX_VALUE)));
        }
        if (total == 0 || total > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the weights of a split must add up to 1..2147483647, not " + total);
        }
        return new BucketRanges(new SplitBucketer(salted(SPLIT_SEED, group), (int) total), upperBounds);
    }

    private static Murmur3 salted(int seed, String group) {
        return Murmur3.seeded(seed).append(group).append(":");
    }

    private record RolloutBucketer(Murmur3 hash) implements Bucketer {
        @Override
        public int bucket(CharSequence subject) {
            int tenThousandth = Integer.remainderUnsigned(hash.hash(subject), 10_000);
            int percent = tenThousandth % 100;
            int rest = tenThousandth / 100;
            return percent * 100 + rest + 1;
        }
    }

    private record SplitBucketer(Murmur3 hash, int total) implements Bucketer {
        @Override
        public int bucket(CharSequence subject) {
            return Integer.remainderUnsigned(hash.hash(subject), total) + 1;
        }
    }
}
