package dev.jackstaff.engine.snapshot;

import java.util.List;

/** What a context gets. */
public sealed interface OutcomeDefinition {
    /** One variant. */
    record Serve(String variant) implements OutcomeDefinition {}

    /**
     * One of several variants, by weight.
     *
     * @param stickiness the attribute that decides, as in {@link RolloutDefinition}
     * @param group salts the bucket; empty for the flag's own key
     */
    record Split(List<Share> shares, String stickiness, String group) implements OutcomeDefinition {
        public Split {
            shares = List.copyOf(shares);
            if (shares.isEmpty()) {
                throw new IllegalArgumentException("a split needs at least one share");
            }
            if (shares.stream().mapToLong(Share::weight).sum() > Share.HEAVIEST) {
                throw new IllegalArgumentException("the weights of a split add up to at most " + Share.HEAVIEST);
            }
            if (stickiness.isEmpty()) {
                throw new IllegalArgumentException("stickiness must name an attribute");
            }
        }
    }

    /** The off variant, as if the flag were off. */
    record Off() implements OutcomeDefinition {}

    /** A variant's part of a split; weights are relative to their sum. */
    record Share(String variant, int weight) {
        static final int HEAVIEST = 1_000_000;

        public Share {
            if (weight < 0 || weight > HEAVIEST) {
                throw new IllegalArgumentException("a weight must be within 0.." + HEAVIEST + ": " + weight);
            }
        }
    }
}
