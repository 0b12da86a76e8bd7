package dev.jackstaff.engine.snapshot;

import java.util.List;

/** A condition on an evaluation context, as a document defines it. */
public sealed interface ConditionDefinition {
    /** The condition that holds for every context. */
    ConditionDefinition ALWAYS = new All(List.of());

    /** A conjunction: every part holds. True without parts. */
    record All(List<ConditionDefinition> parts) implements ConditionDefinition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** A disjunction: at least one part holds. False without parts. */
    record Any(List<ConditionDefinition> parts) implements ConditionDefinition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** A negated disjunction: no part holds. True without parts. */
    record None(List<ConditionDefinition> parts) implements ConditionDefinition {
        public None {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A comparison of an attribute with values.
     *
     * @param inverted negates the result, also if the attribute is absent
     * @param caseInsensitive ignores case; for the string operators and patterns only
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

    /** A condition that the context is in a segment of the same project. */
    record InSegment(String segment) implements ConditionDefinition {}
}
