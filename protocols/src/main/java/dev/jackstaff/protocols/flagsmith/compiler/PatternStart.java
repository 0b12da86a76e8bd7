package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;
import dev.jackstaff.engine.condition.RegularExpression;

/**
 * The property, as text, begins with a match of a regular expression. The expression is Python's as far as RE2 goes: no
 * look-around, no back-references.
 */
record PatternStart(Property attribute, RegularExpression expression, String operand) implements Comparison {
    PatternStart {
        operand = Operand.shown(operand);
    }

    /**
     * The match of one of Python's expressions.
     *
     * @throws IllegalArgumentException where RE2 does not have it, Python does not, or it is too large
     */
    static PatternStart parse(Property attribute, String expression) {
        RegularExpression translated = RegularExpression.compile(PythonPattern.translated(expression), false);
        return new PatternStart(attribute, translated, expression);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null && expression.startsIn(text);
    }

    @Override
    public long effort() {
        return expression.effort();
    }

    @Override
    public String operator() {
        return "REGEX";
    }
}
