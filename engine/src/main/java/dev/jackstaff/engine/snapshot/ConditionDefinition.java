package dev.jackstaff.engine.snapshot;

import java.util.List;

/** A yes/no question about an evaluation context, as a document asks it. */
public sealed interface ConditionDefinition {
    /** Holds for every context. */
    ConditionDefinition ALWAYS = new All(List.of());

    /** Every part holds; true without parts. */
    record All(List<ConditionDefinition> parts) implements ConditionDefinition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds; false without parts. */
    record Any(List<ConditionDefinition> parts) implements ConditionDefinition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** No part holds; true without parts. */
    record None(List<ConditionDefinition> parts) implements ConditionDefinition {
        public None {
            parts = List.copyOf(parts);
        }
    }

    /**
     * An attribute compared with values.
     *
     * @param inverted negates the outcome, also where the attribute is missing
     * @param caseInsensitive for the string operators and patterns only
     */
    record Comparison(
            String attribute, Operator operator, List<String> values, boolean inverted, boolean caseInsensitive)
            implements ConditionDefinition {
        public Comparison {
            values = List.copyOf(values);
            if (attribute.isEmpty()) {
                throw new IllegalArgumentException("a comparison must name an attribute");
            }
        }

        public static Comparison of(String attribute, Operator operator, String... values) {
            return new Comparison(attribute, operator, List.of(values), false, false);
        }
    }

    /** The context is in a segment of the same project. */
    record InSegment(String segment) implements ConditionDefinition {}
}
