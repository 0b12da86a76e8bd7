package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a date and time with offset, as lenient as {@link DateTimeParser}: the attribute is strictly after or
 * before an instant. An absent {@code currentTime} is the instant of the evaluation.
 */
public record DateComparison(Attribute attribute, boolean after, Instant instant) implements Comparison {
    /**
     * The comparison with the instant that a text denotes.
     *
     * @throws IllegalArgumentException if the text is not a date and time with offset
     */
    public static DateComparison parse(Attribute attribute, boolean after, String operand) {
        Instant instant = DateTimeParser.parse(operand);
        if (instant == null) {
            throw new IllegalArgumentException("not a date and time with seconds and offset, such as"
                    + " 2026-01-31T12:00:00Z: \"" + operand + "\"");
        }
        return new DateComparison(attribute, after, instant);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        Instant actual = instantIn(context);
        return actual != null && (after ? actual.isAfter(instant) : actual.isBefore(instant));
    }

    @Override
    public String operator() {
        return after ? "DATE_AFTER" : "DATE_BEFORE";
    }

    @Override
    public String operand() {
        return instant.toString();
    }

    private @Nullable Instant instantIn(EvaluationContext context) {
        String text = attribute.textIn(context);
        if (text != null) {
            return DateTimeParser.parse(text);
        }
        return attribute.name().equals(EvaluationContext.CURRENT_TIME) ? context.now() : null;
    }
}
