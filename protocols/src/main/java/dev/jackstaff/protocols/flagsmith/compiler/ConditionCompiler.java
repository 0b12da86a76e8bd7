package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.bucketing.Md5Bucketing;
import dev.jackstaff.engine.bucketing.Share;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.compiler.Ordering.Order;
import org.jspecify.annotations.Nullable;

/** Makes the conditions of one segment answer, their operands parsed. */
final class ConditionCompiler {
    private final Properties properties;
    private final String segmentKey;

    ConditionCompiler(Properties properties, int segmentId) {
        this.properties = properties;
        this.segmentKey = Integer.toString(segmentId);
    }

    /**
     * The condition.
     *
     * @throws Unfit where the operand is none that the operator can do with: it then holds for nobody
     * @throws IllegalArgumentException where the reference could decide and this cannot: a pattern that is not RE2's
     */
    Condition compile(SegmentCondition condition) {
        Property property = properties.named(condition.property());
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
                        !Operand.of(value).semantic());
            case "NOT_CONTAINS" -> new Containment(property, Operand.of(value).text(), true, true);
            case "REGEX" -> PatternStart.parse(property, Operand.of(value).text());
            case "IN" -> new Membership(property, ListOperand.parse(needed(condition)), needed(condition));
            case "MODULO" -> modulo(property, needed(condition));
            case "IS_SET" -> new IsSet(property, true);
            case "IS_NOT_SET" -> new IsSet(property, false);
            case "PERCENTAGE_SPLIT" -> percentage(condition, property);
            default -> throw new Unfit("unknown operator \"" + Operand.shown(condition.operator()) + "\"");
        };
    }

    private static Condition modulo(Property property, String operand) {
        try {
            return Modulo.parse(property, operand);
        } catch (IllegalArgumentException impossible) {
            throw new Unfit(String.valueOf(impossible.getMessage()));
        }
    }

    private Condition percentage(SegmentCondition condition, Property property) {
        String operand = needed(condition);
        Double percent = PythonNumber.real(operand);
        if (percent == null) {
            throw new Unfit("not a percentage: \"" + Operand.shown(operand) + "\"");
        }
        int limit = Md5Bucketing.highestWithin(percent);
        if (condition.property().isEmpty()) {
            Share ofIdentities = new Share(Md5Bucketing.buckets(segmentKey, properties.identityPrefix()), limit);
            return new Condition.Percentage(ofIdentities, new HashedBy.Identity());
        }
        Share share = new Share(Md5Bucketing.buckets(segmentKey, ""), limit);
        return new Condition.Percentage(share, new HashedBy.Written(property));
    }

    private static String needed(SegmentCondition condition) {
        @Nullable String value = condition.value();
        if (value == null) {
            throw new Unfit(condition.operator() + " needs a value");
        }
        return value;
    }

    /** A condition that holds for nobody, because of what it asks. */
    static final class Unfit extends RuntimeException {
        Unfit(String reason) {
            super(reason);
        }
    }
}
