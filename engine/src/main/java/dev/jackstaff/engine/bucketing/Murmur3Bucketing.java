package dev.jackstaff.engine.bucketing;

/**
 * {@code murmur3/1}: Unleash's bucketing (client specification 6.1, MurmurHash3 of {@code group:subject}, seed 0 for
 * rollouts and 86028157 for variants), refined from percents to basis points. The hundreds of a bucket are Unleash's percent
 * and the rest comes from the digits that Unleash leaves unused: a rollout of whole percents decides exactly as Unleash does.
 */
final class Murmur3Bucketing implements Bucketing {
    static final String NAME = "murmur3/1";
    static final Murmur3Bucketing INSTANCE = new Murmur3Bucketing();

    private static final int ROLLOUT_SEED = 0;
    private static final int SPLIT_SEED = 86_028_157;

    private Murmur3Bucketing() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Buckets salted(String group) {
        Murmur3 rollout = Murmur3.seeded(ROLLOUT_SEED).append(group).append(":");
        Murmur3 split = Murmur3.seeded(SPLIT_SEED).append(group).append(":");
        return new Salted(rollout, split);
    }

    private record Salted(Murmur3 rollout, Murmur3 split) implements Buckets {
        @Override
        public int ofRollout(CharSequence subject) {
            int tenThousandth = Integer.remainderUnsigned(rollout.hash(subject), 10_000);
            int percent = tenThousandth % 100;
            int rest = tenThousandth / 100;
            return percent * 100 + rest + 1;
        }

        @Override
        public int ofSplit(CharSequence subject, int total) {
            return Integer.remainderUnsigned(split.hash(subject), total) + 1;
        }
    }
}
