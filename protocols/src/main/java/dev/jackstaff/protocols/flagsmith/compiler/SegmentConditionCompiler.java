package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.bucketing.Md5Bucketing;
import dev.jackstaff.engine.bucketing.RolloutShare;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.compiler.Ordering.Order;
import org.jspecify.annotations.Nullable;

/** A compiler of the conditions of one segment. */
final class SegmentConditionCompiler {
    private final PropertyResolver properties;
    private final String segmentKey;

    SegmentConditionCompiler(PropertyResolver properties, long segmentId) {
        this.properties = properties;
        this.segmentKey = Long.toString(segmentId);
    }

    /**
     * The compiled condition.
     *
     * @throws UnsatisfiableConditionException if the operand is invalid for the operator: the condition then never
     *     holds
     * @throws IllegalArgumentException if Flagsmith's engine could evaluate the condition and this one cannot: a
     *     pattern that RE2 does not support, a path to what is not known here
     */
    Condition compile(SegmentCondition condition) {
        Property property = properties.resolve(condition.property());
        String value = condition.value();
        return switch (condition.operator()) {
            case "EQUAL" -> new Ordering(property, Order.EQUAL, Operand.of(value));
            case "NOT_EQUAL" -> new Ordering(property, Order.NOT_EQUAL, Operand.of(value));
            case "GREATER_THAN" -> new Ordering(property, Order.GREATER_THAN, Operand.of(value));
            case "GREATER_THAN_INCLUSIVE" -> new Ordering(property, Order.GREATER_THAN_INCLUSIVE, Operand.of(value));
            case "LESS_THAN" -> new Ordering(property, Order.LESS_THAN, Operand.of(value));
            case "LESS_THAN_INCLUSIVE" -> new Ordering(property, Order.LESS_THAN_INCLUSIVE, Operand.of(value));
            case "CONTAINS" ->
                new Containment(
                        property,
                        Operand.of(value).text(),
                        false,
                        !Operand.of(value).isVersion());
            case "NOT_CONTAINS" -> new Containment(property, Operand.of(value).text(), true, true);
            case "REGEX" -> PatternPrefixMatch.parse(property, Operand.of(value).text());
            case "IN" ->
                new Membership(property, ListOperand.parse(requiredValue(condition)), requiredValue(condition));
            case "MODULO" -> modulo(property, requiredValue(condition));
            case "IS_SET" -> new Presence(property, true);
            case "IS_NOT_SET" -> new Presence(property, false);
            case "PERCENTAGE_SPLIT" -> percentage(condition, property);
            default ->
                throw new UnsatisfiableConditionException(
                        "unknown operator \"" + Operand.shorten(condition.operator()) + "\"");
        };
    }

    private static Condition modulo(Property property, String operand) {
        try {
            return Modulo.parse(property, operand);
        } catch (IllegalArgumentException impossible) {
            throw new UnsatisfiableConditionException(String.valueOf(impossible.getMessage()));
        }
    }

    private Condition percentage(SegmentCondition condition, Property property) {
        String operand = requiredValue(condition);
        Double percent = PythonNumber.parseFloat(operand);
        if (percent == null) {
            throw new UnsatisfiableConditionException("not a percentage: \"" + Operand.shorten(operand) + "\"");
        }
        int limit = Md5Bucketing.highestBucketWithin(percent);
        if (condition.property().isEmpty()) {
            RolloutShare ofIdentities =
                    new RolloutShare(Md5Bucketing.bucketer(segmentKey, properties.identityPrefix()), limit);
            return new Condition.Percentage(ofIdentities, new FlagsmithStickiness.ByIdentity());
        }
        RolloutShare share = new RolloutShare(Md5Bucketing.bucketer(segmentKey, ""), limit);
        return new Condition.Percentage(share, new FlagsmithStickiness.ByProperty(property));
    }

    private static String requiredValue(SegmentCondition condition) {
        @Nullable String value = condition.value();
        if (value == null) {
            throw new UnsatisfiableConditionException(condition.operator() + " needs a value");
        }
        return value;
    }

    /** A condition that can never hold because its operand or operator is invalid. */
    static final class UnsatisfiableConditionException extends RuntimeException {
        UnsatisfiableConditionException(String reason) {
            super(reason);
        }
    }
}
