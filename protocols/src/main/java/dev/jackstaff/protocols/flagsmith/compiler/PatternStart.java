package dev.jackstaff.protocols.flagsmith.compiler;

import com.google.re2j.Pattern;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;
import dev.jackstaff.engine.condition.PatternMatch;

/**
 * The property, as text, begins with a match of a regular expression. The expression is Python's as far as RE2 goes: no
 * look-around, no back-references. Longer texts than {@link PatternMatch#LONGEST_TEXT} match nothing.
 */
record PatternStart(Property attribute, Pattern pattern, String operand) implements Comparison {
    PatternStart {
        operand = Operand.shown(operand);
    }

    /**
     * The match of one of Python's expressions.
     *
     * @throws IllegalArgumentException where RE2 does not have it, Python does not, or it is too large
     */
    static PatternStart parse(Property attribute, String expression) {
        return new PatternStart(
                attribute, PatternMatch.compile(PythonPattern.translated(expression), false), expression);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null
                && text.length() <= PatternMatch.LONGEST_TEXT
                && pattern.matcher(text).lookingAt();
    }

    @Override
    public String operator() {
        return "REGEX";
    }
}
