package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.condition.DateComparison;
import dev.jackstaff.engine.condition.InNetwork;
import dev.jackstaff.engine.condition.Network;
import dev.jackstaff.engine.condition.NumberComparison;
import dev.jackstaff.engine.condition.OneOf;
import dev.jackstaff.engine.condition.PatternMatch;
import dev.jackstaff.engine.condition.Relation;
import dev.jackstaff.engine.condition.TextComparison;
import dev.jackstaff.engine.condition.TextComparison.Position;
import dev.jackstaff.engine.condition.VersionComparison;
import dev.jackstaff.protocols.unleash.Constraint;
import dev.jackstaff.protocols.unleash.UnleashOperand;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** A compiler of constraints to conditions. */
final class ConstraintCompiler {
    private ConstraintCompiler() {}

    /**
     * The condition of each constraint.
     *
     * @throws IllegalArgumentException if an operator is unknown or an operand invalid: such a constraint never holds,
     *     inverted or not
     */
    static List<Condition> compileEach(List<Constraint> constraints) {
        return constraints.stream().map(ConstraintCompiler::compile).toList();
    }

    private static Condition compile(Constraint constraint) {
        Condition comparison = comparison(Attribute.named(constraint.contextName()), constraint);
        boolean negated = constraint.inverted() != constraint.operator().equals("NOT_IN");
        return negated ? new Condition.Not(comparison) : comparison;
    }

    private static Condition comparison(Attribute attribute, Constraint constraint) {
        return switch (constraint.operator()) {
            case "IN", "NOT_IN" -> new OneOf(attribute, new HashSet<>(constraint.values()));
            case "STR_CONTAINS" -> text(attribute, Position.ANYWHERE, constraint);
            case "STR_STARTS_WITH" -> text(attribute, Position.START, constraint);
            case "STR_ENDS_WITH" -> text(attribute, Position.END, constraint);
            case "NUM_EQ" -> number(attribute, Relation.EQUAL, operand(constraint));
            case "NUM_GT" -> number(attribute, Relation.GREATER, operand(constraint));
            case "NUM_GTE" -> number(attribute, Relation.GREATER_OR_EQUAL, operand(constraint));
            case "NUM_LT" -> number(attribute, Relation.LESS, operand(constraint));
            case "NUM_LTE" -> number(attribute, Relation.LESS_OR_EQUAL, operand(constraint));
            case "DATE_AFTER" -> DateComparison.parse(attribute, true, UnleashOperand.date(operand(constraint)));
            case "DATE_BEFORE" -> DateComparison.parse(attribute, false, UnleashOperand.date(operand(constraint)));
            case "SEMVER_EQ" -> VersionComparison.parse(attribute, Relation.EQUAL, operand(constraint));
            case "SEMVER_GT" -> VersionComparison.parse(attribute, Relation.GREATER, operand(constraint));
            case "SEMVER_GTE" -> VersionComparison.parse(attribute, Relation.GREATER_OR_EQUAL, operand(constraint));
            case "SEMVER_LT" -> VersionComparison.parse(attribute, Relation.LESS, operand(constraint));
            case "SEMVER_LTE" -> VersionComparison.parse(attribute, Relation.LESS_OR_EQUAL, operand(constraint));
            case "REGEX" -> PatternMatch.parse(attribute, operand(constraint), constraint.caseInsensitive());
            case "IN_CIDR" -> inNetworks(attribute, constraint.values());
            default -> throw new IllegalArgumentException("unknown operator \"" + constraint.operator() + "\"");
        };
    }

    /** A comparison with a number; too large a number is infinite, and nothing equals it. */
    private static Condition number(Attribute attribute, Relation relation, String operand) {
        double number = Double.parseDouble(UnleashOperand.number(operand)) + 0.0;
        return Double.isInfinite(number) && relation == Relation.EQUAL
                ? Condition.never()
                : new NumberComparison(attribute, relation, number);
    }

    private static Condition text(Attribute attribute, Position place, Constraint constraint) {
        return new TextComparison(attribute, place, constraint.values(), constraint.caseInsensitive());
    }

    /** A condition that an address is in one of some networks; invalid networks are ignored. */
    static Condition inNetworks(Attribute attribute, Collection<String> texts) {
        return new InNetwork(
                attribute,
                texts.stream().flatMap(text -> Network.parse(text).stream()).toList());
    }

    private static String operand(Constraint constraint) {
        String operand = constraint.value();
        if (operand == null) {
            throw new IllegalArgumentException(constraint.operator() + " needs a value");
        }
        return operand;
    }
}
