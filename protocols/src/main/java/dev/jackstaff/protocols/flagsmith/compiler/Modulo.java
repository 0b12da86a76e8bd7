package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;

/**
 * The property, a number, divided by another leaves a certain rest. The rest has the divisor's sign; true is 1 and false 0;
 * nothing can be divided by zero.
 */
record Modulo(Property attribute, double divisor, double remainder) implements Comparison {
    /**
     * The division that {@code divisor|remainder} asks for.
     *
     * @throws IllegalArgumentException where it asks for none that can be done
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
