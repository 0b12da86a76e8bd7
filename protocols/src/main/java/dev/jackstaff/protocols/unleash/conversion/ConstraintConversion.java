package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.protocols.unleash.Constraint;
import dev.jackstaff.protocols.unleash.UnleashOperand;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The conversion of constraints to native conditions. The operators have the same names and meanings; special cases are
 * rewritten.
 */
final class ConstraintConversion {
    private static final Set<Operator> OF_VALUES = EnumSet.of(
            Operator.IN, Operator.NOT_IN, Operator.STR_CONTAINS, Operator.STR_STARTS_WITH, Operator.STR_ENDS_WITH);
    private static final Set<Operator> OF_TEXT =
            EnumSet.of(Operator.STR_CONTAINS, Operator.STR_STARTS_WITH, Operator.STR_ENDS_WITH);

    private final ConversionNotes notes;
    private boolean understood = true;

    ConstraintConversion(ConversionNotes notes) {
        this.notes = notes;
    }

    /** The conditions of the constraints that can be converted, one for each. */
    List<ConditionDefinition> conditions(List<Constraint> constraints) {
        List<ConditionDefinition> conditions = new ArrayList<>();
        for (Constraint constraint : constraints) {
            Optional<Operator> operator = operator(constraint.operator());
            if (operator.isPresent()) {
                conditions.add(condition(constraint, operator.get()));
            } else {
                understood = false;
                notes.add("The constraint on \"" + constraint.contextName() + "\" has an unknown operator, \""
                        + constraint.operator() + "\".");
            }
        }
        return conditions;
    }

    /** Whether all operators so far were known. */
    boolean isComplete() {
        return understood;
    }

    private static Optional<Operator> operator(String name) {
        for (Operator operator : Operator.values()) {
            if (operator.name().equals(name) && operator != Operator.EXISTS) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private ConditionDefinition condition(Constraint constraint, Operator operator) {
        if (constraint.contextName().isEmpty()) {
            return withoutContextName(constraint, operator);
        }
        boolean caseInsensitive = constraint.caseInsensitive() && OF_TEXT.contains(operator);
        List<String> operands;
        try {
            operands = operands(constraint, operator);
        } catch (IllegalArgumentException unreadable) {
            return never(constraint, String.valueOf(unreadable.getMessage()));
        }
        Comparison comparison =
                new Comparison(constraint.contextName(), operator, operands, constraint.inverted(), caseInsensitive);
        return OperandCheck.fault(comparison)
                .map(fault -> never(constraint, fault))
                .orElse(comparison);
    }

    private ConditionDefinition never(Constraint constraint, String fault) {
        notes.add("The constraint on \"" + constraint.contextName() + "\" never holds: " + fault + ".");
        return ConditionDefinitions.NEVER;
    }

    private List<String> operands(Constraint constraint, Operator operator) {
        if (operator == Operator.IN_CIDR) {
            return networks(constraint.values());
        }
        if (OF_VALUES.contains(operator)) {
            return constraint.values();
        }
        String operand = constraint.value();
        if (operand == null) {
            return List.of();
        }
        boolean anyCase = operator == Operator.REGEX && constraint.caseInsensitive();
        return List.of(
                switch (operator) {
                    case NUM_EQ, NUM_GT, NUM_GTE, NUM_LT, NUM_LTE -> UnleashOperand.number(operand);
                    case DATE_AFTER, DATE_BEFORE -> UnleashOperand.date(operand);
                    default -> anyCase ? "(?i)" + operand : operand;
                });
    }

    private List<String> networks(List<String> values) {
        List<String> networks = new ArrayList<>();
        for (String value : values) {
            if (OperandCheck.isNetwork(value)) {
                networks.add(value);
            } else {
                notes.add("\"" + value + "\" is left out: it is neither an IP address nor a CIDR block.");
            }
        }
        return networks;
    }

    /** The condition of a constraint without a context name: it is evaluated as if the value is missing. */
    private ConditionDefinition withoutContextName(Constraint constraint, Operator operator) {
        boolean holds = (operator == Operator.NOT_IN) != constraint.inverted();
        notes.add("A constraint names no attribute; it " + (holds ? "always" : "never") + " holds.");
        return holds ? ConditionDefinition.ALWAYS : ConditionDefinitions.NEVER;
    }
}
