package dev.jackstaff.engine.snapshot;

import java.util.List;

/** The outcome of a rule or the fallthrough, as a document defines it. */
public sealed interface OutcomeDefinition {
    /** An outcome that serves one variant. */
    record Serve(String variant) implements OutcomeDefinition {}

    /**
     * An outcome that serves one of several variants, by weight.
     *
     * @param stickiness the attribute that decides the bucket, as in {@link RolloutDefinition}
     * @param group the salt of the bucket; empty for the flag's own key
     */
    record Split(List<WeightedVariant> variants, String stickiness, String group) implements OutcomeDefinition {
        public Split {
            variants = List.copyOf(variants);
            if (variants.isEmpty()) {
                throw new IllegalArgumentException("a split needs at least one share");
            }
            if (variants.stream().mapToLong(WeightedVariant::weight).sum() > WeightedVariant.MAX_WEIGHT) {
                throw new IllegalArgumentException(
                        "the weights of a split must add up to at most " + WeightedVariant.MAX_WEIGHT);
            }
            if (stickiness.isEmpty()) {
                throw new IllegalArgumentException("stickiness must name an attribute");
            }
        }
    }

    /** An outcome that serves the off variant, as if the flag were off. */
    record Off() implements OutcomeDefinition {}

    /** A variant's part of a split; weights are relative to their sum. */
    record WeightedVariant(String variant, int weight) {
        static final int MAX_WEIGHT = 1_000_000;

        public WeightedVariant {
            if (weight < 0 || weight > MAX_WEIGHT) {
                throw new IllegalArgumentException("a weight must be within 0.." + MAX_WEIGHT + ": " + weight);
            }
        }
    }
}
