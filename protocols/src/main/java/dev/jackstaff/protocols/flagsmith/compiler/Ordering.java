package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;

/**
 * A comparison by order, with the operand converted to the property's type: text with text, integer with integer,
 * number with number. If the operand cannot be converted, no order holds, not even {@code NOT_EQUAL}. Text is ordered
 * by code point.
 */
record Ordering(Property attribute, Order order, Operand operandValue) implements Comparison {
    /** The six comparison operators. */
    enum Order {
        EQUAL,
        NOT_EQUAL,
        GREATER_THAN,
        GREATER_THAN_INCLUSIVE,
        LESS_THAN,
        LESS_THAN_INCLUSIVE;

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case GREATER_THAN -> comparison > 0;
                case GREATER_THAN_INCLUSIVE -> comparison >= 0;
                case LESS_THAN -> comparison < 0;
                case LESS_THAN_INCLUSIVE -> comparison <= 0;
            };
        }

        private boolean holds(double one, double other) {
            if (Double.isNaN(one) || Double.isNaN(other)) {
                return this == NOT_EQUAL;
            }
            return holds(one < other ? -1 : one > other ? 1 : 0);
        }
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        Object value = attribute.valueIn(context);
        if (value instanceof String text) {
            return holdsForText(text);
        }
        if (value instanceof Long number) {
            return holdsForInteger(number);
        }
        if (value instanceof Double number) {
            Double real = operandValue.doubleValue();
            return real != null && order.holds(number, real);
        }
        if (value instanceof Boolean truth) {
            return order.holds(Boolean.compare(truth, operandValue.booleanValue()));
        }
        IntegerText integer = operandValue.integer();
        return value instanceof IntegerText number && integer != null && order.holds(number.compareTo(integer));
    }

    private boolean holdsForText(String text) {
        return operandValue.isVersion()
                ? operandValue.version(text).map(order::holds).orElse(false)
                : order.holds(byCodePoint(text, operandValue.text()));
    }

    private boolean holdsForInteger(Long number) {
        Long small = operandValue.longValue();
        if (small != null) {
            return order.holds(Long.compare(number, small));
        }
        IntegerText beyond = operandValue.integer();
        return beyond != null && order.holds(-beyond.signum());
    }

    /**
     * Compares by code point; UTF-16 would order some supplementary characters before characters of the basic plane.
     */
    private static int byCodePoint(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        for (int i = 0; i < shared; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean apart = Character.isSurrogate(a) != Character.isSurrogate(b);
                return apart ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return one.length() - other.length();
    }

    @Override
    public String operator() {
        return order.name();
    }

    @Override
    public String operand() {
        return Operand.shorten(operandValue.text());
    }
}
