package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.DateComparison;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An instant in the format that all of Unleash's SDKs read: RFC 3339, in UTC, with milliseconds or without a fraction,
 * within the years 0 to 9999.
 *
 * @param exact whether the text stands for exactly the same instant
 */
record UnleashInstant(String text, boolean exact) {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** The instant of a native operand, which must have been compiled before. */
    static UnleashInstant of(String operand) {
        Instant instant = DateComparison.parse(Attribute.named(EvaluationContext.CURRENT_TIME), true, operand)
                .instant();
        Instant written = instant.truncatedTo(ChronoUnit.MILLIS);
        written = written.isBefore(FIRST) ? FIRST : written.isAfter(LAST) ? LAST : written;
        return new UnleashInstant(written.toString(), written.equals(instant));
    }
}
