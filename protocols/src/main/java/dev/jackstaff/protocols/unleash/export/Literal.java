package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.NumberText;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.protocols.unleash.Constraint;
import dev.jackstaff.protocols.unleash.UnleashOperand;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A literal of a disjunctive normal form: a constraint or a segment. */
sealed interface Literal {
    /** The negation of this literal. */
    Literal negated();

    /**
     * A constraint.
     *
     * @param hash of the constraint, regardless of inversion: it may have very many values, and the hash is needed
     *     often
     */
    record ConstraintLiteral(int hash, Constraint constraint) implements Literal {
        private static final Set<Operator> OF_VALUES = EnumSet.of(
                Operator.IN,
                Operator.NOT_IN,
                Operator.STR_CONTAINS,
                Operator.STR_STARTS_WITH,
                Operator.STR_ENDS_WITH,
                Operator.IN_CIDR);
        private static final Set<Operator> OF_TEXT =
                EnumSet.of(Operator.STR_CONTAINS, Operator.STR_STARTS_WITH, Operator.STR_ENDS_WITH, Operator.REGEX);

        private static final Set<Operator> OF_NUMBER =
                EnumSet.of(Operator.NUM_EQ, Operator.NUM_GT, Operator.NUM_GTE, Operator.NUM_LT, Operator.NUM_LTE);

        private static final Set<Operator> OF_INSTANT = EnumSet.of(Operator.DATE_AFTER, Operator.DATE_BEFORE);

        /**
         * The literal of a comparison or of its negation. Existence is expressed as a prefix test: Unleash's SDK for
         * Node drops empty values, so that an empty text would not be found.
         */
        static ConstraintLiteral of(Comparison compare, boolean contrary) {
            boolean exists = compare.operator() == Operator.EXISTS;
            Operator operator = exists ? Operator.REGEX : compare.operator();
            List<String> values = exists ? List.of("^") : compare.values();
            boolean several = OF_VALUES.contains(operator);
            Constraint constraint = new Constraint(
                    ContextNames.toUnleash(compare.attribute()),
                    operator.name(),
                    !exists && compare.caseInsensitive() && OF_TEXT.contains(operator),
                    compare.inverted() != contrary,
                    several ? values : List.of(),
                    several ? null : operand(operator, values.get(0)));
            return new ConstraintLiteral(
                    Objects.hash(
                            constraint.contextName(), constraint.operator(), constraint.values(), constraint.value()),
                    constraint);
        }

        /** The operand in the format that Unleash's engine reads. */
        private static String operand(Operator operator, String value) {
            if (OF_INSTANT.contains(operator)) {
                return UnleashInstant.of(value).text();
            }
            return OF_NUMBER.contains(operator) && !UnleashOperand.isNumber(value)
                    ? NumberText.of(Double.parseDouble(value))
                    : value;
        }

        @Override
        public int hashCode() {
            return constraint.inverted() ? ~hash : hash;
        }

        @Override
        public Literal negated() {
            return new ConstraintLiteral(
                    hash,
                    new Constraint(
                            constraint.contextName(),
                            constraint.operator(),
                            constraint.caseInsensitive(),
                            !constraint.inverted(),
                            constraint.values(),
                            constraint.value()));
        }
    }

    /**
     * A segment of the native environment, or its negation, as a segment of the document.
     *
     * @param contrary whether it holds for everybody who is not in the native segment
     */
    record SegmentLiteral(String key, boolean contrary) implements Literal {
        @Override
        public Literal negated() {
            return new SegmentLiteral(key, !contrary);
        }
    }
}
