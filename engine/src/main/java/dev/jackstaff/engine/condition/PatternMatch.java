package dev.jackstaff.engine.condition;

import com.google.re2j.Pattern;
import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;

/**
 * The attribute, as text, has a match of a regular expression anywhere. The expression is RE2's: its time is linear in the
 * text's length, whatever the pattern.
 */
public record PatternMatch(Attribute attribute, Pattern pattern) implements Condition {
    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null && pattern.matcher(text).find();
    }
}
