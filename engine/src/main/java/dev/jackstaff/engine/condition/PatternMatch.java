package dev.jackstaff.engine.condition;

import com.google.re2j.Pattern;
import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/**
 * The attribute, as text, has a match of a regular expression anywhere. The expression is RE2's: its time is linear in the
 * text's length, whatever the pattern. In a text longer than {@value #LONGEST_TEXT} characters nothing is found.
 */
public record PatternMatch(Attribute attribute, Pattern pattern) implements Condition {
    static final int LONGEST_TEXT = 10_000;

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null
                && text.length() <= LONGEST_TEXT
                && pattern.matcher(text).find();
    }
}
