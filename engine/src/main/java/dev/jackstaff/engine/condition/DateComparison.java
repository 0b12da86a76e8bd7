package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a date and time with offset (RFC 3339): the attribute is strictly after or before an instant. An
 * absent {@code currentTime} is the instant of the evaluation.
 */
public record DateComparison(Attribute attribute, boolean after, Instant instant) implements Comparison {
    private static final int MAX_DATE_LENGTH = 40;

    /**
     * The comparison with the instant that a text denotes.
     *
     * @throws IllegalArgumentException if the text is not a date and time with offset
     */
    public static DateComparison parse(Attribute attribute, boolean after, String operand) {
        Instant instant = instant(operand);
        if (instant == null) {
            throw new IllegalArgumentException("not a date and time with offset: \"" + operand + "\"");
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
            return instant(text);
        }
        return attribute.name().equals(EvaluationContext.CURRENT_TIME) ? context.now() : null;
    }

    private static @Nullable Instant instant(String text) {
        if (text.length() > MAX_DATE_LENGTH) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
