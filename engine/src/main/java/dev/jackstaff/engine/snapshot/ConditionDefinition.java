package dev.jackstaff.engine.snapshot;

import java.util.List;

/** A condition on an evaluation context, as a document defines it. */
public sealed interface ConditionDefinition {
    /** The condition that holds for every context. */
    ConditionDefinition ALWAYS = new All(List.of());

    /** The conditions that this one is made of; none for a comparison or a segment. */
    List<ConditionDefinition> parts();

    /** The result of the case for this kind of condition. */
    <T> T match(Cases<T> cases);

    /**
     * A result for each kind of condition.
     *
     * @param <T> the type of the result
     */
    interface Cases<T> {
        T all(All all);

        T any(Any any);

        T none(None none);

        T comparison(Comparison comparison);

        T inSegment(InSegment inSegment);
    }

    /** A conjunction: every part holds. True without parts. */
    record All(List<ConditionDefinition> parts) implements ConditionDefinition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.all(this);
        }
    }

    /** A disjunction: at least one part holds. False without parts. */
    record Any(List<ConditionDefinition> parts) implements ConditionDefinition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.any(this);
        }
    }

    /** A negated disjunction: no part holds. True without parts. */
    record None(List<ConditionDefinition> parts) implements ConditionDefinition {
        public None {
            parts = List.copyOf(parts);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.none(this);
        }
    }

    /**
     * A comparison of an attribute with values.
     *
     * @param inverted negates the result, also if the attribute is absent
     * @param values one, several or none, as the operator demands
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

        @Override
        public List<ConditionDefinition> parts() {
            return List.of();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.comparison(this);
        }
    }

    /** A condition that the context is in a segment of the same project. */
    record InSegment(String segment) implements ConditionDefinition {
        @Override
        public List<ConditionDefinition> parts() {
            return List.of();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.inSegment(this);
        }
    }
}
