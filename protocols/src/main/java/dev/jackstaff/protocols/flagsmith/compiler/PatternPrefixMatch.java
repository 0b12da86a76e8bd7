package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;
import dev.jackstaff.engine.condition.RegularExpression;

/**
 * The property, as text, begins with a match of a regular expression. The expression is Python's as far as RE2 goes: no
 * look-around, no back-references.
 */
record PatternPrefixMatch(Property attribute, RegularExpression expression, String operand) implements Comparison {
    PatternPrefixMatch {
        operand = Operand.shorten(operand);
    }

    /**
     * The match of one of Python's expressions.
     *
     * @throws IllegalArgumentException where RE2 does not have it, Python does not, or it is too large
     */
    static PatternPrefixMatch parse(Property attribute, String expression) {
        RegularExpression translated = RegularExpression.compile(PythonPattern.toRe2(expression), false);
        return new PatternPrefixMatch(attribute, translated, expression);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null && expression.matchesStartOf(text);
    }

    @Override
    public long cost() {
        return expression.cost();
    }

    @Override
    public String operator() {
        return "REGEX";
    }
}
