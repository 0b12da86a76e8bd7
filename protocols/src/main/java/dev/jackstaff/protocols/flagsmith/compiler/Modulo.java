package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;

/**
 * A comparison that holds when a number divided by a divisor leaves a given remainder. The remainder has the divisor's
 * sign; true is 1 and false 0.
 */
record Modulo(Property attribute, double divisor, double remainder) implements Comparison {
    /**
     * The comparison that {@code divisor|remainder} describes.
     *
     * @throws IllegalArgumentException if the operand is invalid or the divisor zero
     */
    static Modulo parse(Property attribute, String operand) {
        int bar = operand.indexOf('|');
        Double divisor = bar < 0 ? null : PythonNumber.parseFloat(operand.substring(0, bar));
        Double remainder = bar < 0 ? null : PythonNumber.parseFloat(operand.substring(bar + 1));
        if (divisor == null || remainder == null) {
            throw new IllegalArgumentException("not \"divisor|remainder\": \"" + Operand.shorten(operand) + "\"");
        }
        if (divisor == 0) {
            throw new IllegalArgumentException("a division by zero: \"" + Operand.shorten(operand) + "\"");
        }
        return new Modulo(attribute, divisor, remainder);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        Object value = attribute.valueIn(context);
        if (value instanceof Number number) {
            return rest(number.doubleValue()) == remainder;
        }
        if (value instanceof IntegerText large) {
            return rest(large.toDouble()) == remainder;
        }
        return value instanceof Boolean truth && rest(truth ? 1 : 0) == remainder;
    }

    private double rest(double number) {
        double rest = number % divisor;
        return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest;
    }

    @Override
    public String operator() {
        return "MODULO";
    }

    @Override
    public String operand() {
        return PythonNumber.repr(divisor) + "|" + PythonNumber.repr(remainder);
    }
}
