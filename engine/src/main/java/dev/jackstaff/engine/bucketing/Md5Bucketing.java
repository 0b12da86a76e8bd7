package dev.jackstaff.engine.bucketing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * {@code md5/1}: Flagsmith's bucketing (its engine's {@code utils.hashing}). The MD5 of {@code group,subject}, as a
 * number, modulo 9999 is the bucket, and bucket b stands for {@code (b / 9998.0) * 100.0} percent. The one bucket that
 * would be exactly 100 percent is hashed again, from {@code group,subject,group,subject} and so on. The limits of
 * shares and parts are computed once, with the same double arithmetic, so that comparing buckets gives the same result
 * as comparing percentages.
 */
public final class Md5Bucketing implements Bucketing {
    public static final String NAME = "md5/1";
    public static final Md5Bucketing INSTANCE = new Md5Bucketing();

    /** The highest bucket; the lowest is 0. */
    public static final int HIGHEST_BUCKET = 9_997;

    private static final int MODULUS = 9_999;
    private static final double BASIS_POINTS_PER_PERCENT = 100.0;

    private Md5Bucketing() {}

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The subjects of a rollout. 0 basis points include nobody (in Flagsmith itself, 0 percent still includes bucket
     * 0).
     */
    @Override
    public RolloutShare rollout(String group, int basisPoints) {
        return new RolloutShare(
                bucketer(group, ""),
                basisPoints == 0 ? -1 : highestBucketWithin(basisPoints / BASIS_POINTS_PER_PERCENT));
    }

    @Override
    public BucketRanges split(String group, List<Integer> weights) {
        long total = weights.stream().mapToLong(Integer::longValue).sum();
        if (total == 0 || total > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the weights of a split must add up to 1..2147483647, not " + total);
        }
        return new BucketRanges(
                bucketer(group, ""),
                upperBounds(
                        weights.stream().map(weight -> percent(weight, total)).toList()));
    }

    /** The percentage of a weight in a total. */
    public static double percent(int weight, long total) {
        return weight * 100.0 / total;
    }

    /** A bucketer that hashes subjects with a prefix. */
    public static Bucketer bucketer(String group, String prefix) {
        String salt = group + "," + prefix;
        MessageDigest salted = md5();
        salted.update(utf8(salt));
        return new SaltedBucketer(salt, salted);
    }

    /** The percentage that a bucket stands for. */
    public static double percentOf(int bucket) {
        return (bucket / 9998.0) * 100.0;
    }

    /** The highest bucket whose percentage is at most the given one; -1 if there is none. */
    public static int highestBucketWithin(double percent) {
        return highest(bucket -> percentOf(bucket) <= percent);
    }

    /** The highest bucket of each part; a part begins at the sum of the percentages before it and excludes its end. */
    public static List<Integer> upperBounds(List<Double> percents) {
        List<Integer> ends = new ArrayList<>(percents.size());
        double start = 0.0;
        for (double percent : percents) {
            double end = percent + start;
            ends.add(highest(bucket -> percentOf(bucket) < end));
            start = end;
        }
        return ends;
    }

    /** The highest bucket that a predicate holds for; the predicate must hold for all lower ones. */
    private static int highest(IntPredicate holds) {
        int below = -1;
        int above = HIGHEST_BUCKET + 1;
        while (above - below > 1) {
            int middle = (below + above) >>> 1;
            if (holds.test(middle)) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A bucketer for one salt.
     *
     * @param salted the digest state after the salt; cloned for each subject and never changed, so that threads can
     *     share it
     */
    private record SaltedBucketer(String salt, MessageDigest salted) implements Bucketer {
        @Override
        public int bucket(CharSequence subject) {
            String text = subject.toString();
            int bucket = remainder(fork().digest(utf8(text)));
            return bucket > HIGHEST_BUCKET ? rehash(salt + text) : bucket;
        }

        private static int rehash(String ids) {
            String repeated = ids;
            int bucket;
            do {
                repeated = repeated + "," + ids;
                bucket = remainder(md5().digest(utf8(repeated)));
            } while (bucket > HIGHEST_BUCKET);
            return bucket;
        }

        private MessageDigest fork() {
            try {
                return (MessageDigest) salted.clone();
            } catch (CloneNotSupportedException notCloneable) {
                MessageDigest fresh = md5();
                fresh.update(utf8(salt));
                return fresh;
            }
        }

        /** The remainder of a digest, read as one unsigned big-endian number. */
        private static int remainder(byte[] digest) {
            int rest = 0;
            for (byte octet : digest) {
                rest = ((rest << 8) | (octet & 0xff)) % MODULUS;
            }
            return rest;
        }
    }
}
