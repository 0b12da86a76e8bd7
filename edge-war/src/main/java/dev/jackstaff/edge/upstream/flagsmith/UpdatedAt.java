package dev.jackstaff.edge.upstream.flagsmith;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The member {@code updated_at} of an environment document, in every form that Flagsmith's Edge Proxy takes: those of
 * Python's {@code datetime.fromisoformat}. A date may be one of the calendar or of a week, with or without separators;
 * the time may be short or missing; without an offset it is UTC.
 */
final class UpdatedAt {
    private static final int MAX_LENGTH = 100;
    private static final int NANO_DIGITS = 9;
    private static final String DATE = "(?<year>[0-9]{4})-?"
            + "(?:(?<month>[0-9]{2})-?(?<day>[0-9]{2})|W(?<week>[0-9]{2})(?:-?(?<weekday>[1-7]))?)";
    private static final String SECOND = "(?::?(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]+))?)?";
    private static final String TIME = "(?<hour>[0-9]{2})(?::?(?<minute>[0-9]{2})" + SECOND + ")?";
    private static final String OFFSET_SECOND = "(?::?(?<os>[0-9]{2})(?:[.,][0-9]+)?)?";
    private static final String OFFSET =
            "(?:Z|(?<sign>[+-])(?<oh>[0-9]{2})(?::?(?<om>[0-9]{2})" + OFFSET_SECOND + ")?)?";
    private static final Pattern FORM = Pattern.compile(DATE + "(?:(?s:.)" + TIME + OFFSET + ")?");

    private final Matcher parts;

    private UpdatedAt(Matcher parts) {
        this.parts = parts;
    }

    /** The instant that a text denotes; empty if it denotes none. */
    static Optional<Instant> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (text.length() > MAX_LENGTH || !parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UpdatedAt(parts).instant());
        } catch (DateTimeException invalid) {
            return Optional.empty();
        }
    }

    private Instant instant() {
        int offset = 3_600 * number("oh", 0) + 60 * number("om", 0) + number("os", 0);
        LocalTime time = LocalTime.of(number("hour", 0), number("minute", 0), number("second", 0), nanos());
        Instant local = date().atTime(time).toInstant(ZoneOffset.UTC);
        return "-".equals(parts.group("sign")) ? local.plusSeconds(offset) : local.minusSeconds(offset);
    }

    private LocalDate date() {
        int year = number("year", 0);
        if (parts.group("week") == null) {
            return LocalDate.of(year, number("month", 0), number("day", 0));
        }
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number("week", 0))
                .with(DayOfWeek.of(number("weekday", 1)));
    }

    private int nanos() {
        String fraction = parts.group("fraction");
        return fraction == null ? 0 : Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
    }

    private int number(String part, int absent) {
        @Nullable String digits = parts.group(part);
        return digits == null ? absent : Integer.parseInt(digits);
    }
}
