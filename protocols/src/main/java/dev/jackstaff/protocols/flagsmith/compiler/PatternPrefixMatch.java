package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;
import dev.jackstaff.engine.condition.RegularExpression;

/**
 * A comparison that holds when the property's text begins with a match of a regular expression. Python's syntax as far
 * as RE2 supports it: no look-around, no back-references.
 */
record PatternPrefixMatch(Property attribute, RegularExpression expression, String operand) implements Comparison {
    PatternPrefixMatch {
        operand = Operand.shorten(operand);
    }

    /**
     * The comparison with a Python regular expression.
     *
     * @throws IllegalArgumentException if RE2 does not support it, it is invalid in Python, or it is too large
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
