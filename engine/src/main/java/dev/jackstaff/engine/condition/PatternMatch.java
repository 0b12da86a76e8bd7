package dev.jackstaff.engine.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/**
 * The attribute, as text, has a match of a regular expression anywhere. The expression is RE2's: its time is linear in the
 * text's length, whatever the pattern. In a text longer than {@value #LONGEST_TEXT} characters nothing is found.
 */
public record PatternMatch(Attribute attribute, Pattern pattern) implements Comparison {
    /** Longest text that is searched, in characters. */
    public static final int LONGEST_TEXT = 10_000;

    private static final int LONGEST_PATTERN = 1_000;

    /**
     * The search for an expression.
     *
     * @throws IllegalArgumentException as {@link #compile}
     */
    public static PatternMatch parse(Attribute attribute, String expression, boolean caseInsensitive) {
        return new PatternMatch(attribute, compile(expression, caseInsensitive));
    }

    /**
     * The expression, compiled, where it is of a size whose compilation and search are bounded.
     *
     * @throws IllegalArgumentException where it is none of RE2's, or too large
     */
    public static Pattern compile(String expression, boolean caseInsensitive) {
        if (expression.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException("a regular expression has at most " + LONGEST_PATTERN + " characters");
        }
        if (PatternSize.of(expression) > PatternSize.LARGEST) {
            throw new IllegalArgumentException("the repetitions of a regular expression, written out, have at most "
                    + PatternSize.LARGEST + " characters");
        }
        try {
            return Pattern.compile(expression, caseInsensitive ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException(
                    "not a regular expression of RE2: \"" + expression + "\" (" + invalid.getDescription() + ")",
                    invalid);
        }
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null
                && text.length() <= LONGEST_TEXT
                && pattern.matcher(text).find();
    }

    @Override
    public String operator() {
        return "REGEX";
    }

    @Override
    public String operand() {
        return Operands.shortened(pattern.pattern());
    }
}
