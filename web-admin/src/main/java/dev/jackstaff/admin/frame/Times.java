package dev.jackstaff.admin.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people say them. */
@Named
@ApplicationScoped
public class Times {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu, HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int DAYS_IN_WORDS = 7;

    @Inject
    Clock clock;

    /** How long ago: {@code now}, {@code 12 min ago}, {@code 2 h ago}, {@code yesterday}, {@code 3 days ago}, {@code 12 Nov}. */
    public String ago(@Nullable Instant at) {
        return at == null ? "" : ago(at, clock.instant());
    }

    static String ago(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return MessageBundle.format("time.now");
        }
        if (age.toHours() < 1) {
            return MessageBundle.format("time.minutes", age.toMinutes());
        }
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (day.equals(today)) {
            return MessageBundle.format("time.hours", age.toHours());
        }
        long days = today.toEpochDay() - day.toEpochDay();
        if (days == 1) {
            return MessageBundle.format("time.yesterday");
        }
        if (days < DAYS_IN_WORDS) {
            return MessageBundle.format("time.days", days);
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    /** How long ago an hour was, of which only the beginning is known: {@code this hour}, {@code 2 h ago}, {@code yesterday}. */
    public String hoursAgo(@Nullable Instant hour) {
        return hour == null ? "" : hoursAgo(hour, clock.instant());
    }

    static String hoursAgo(Instant hour, Instant now) {
        Instant thisHour = now.truncatedTo(ChronoUnit.HOURS);
        return hour.isBefore(thisHour) ? ago(hour, thisHour) : MessageBundle.format("time.thisHour");
    }

    /** The time of the day, in UTC. */
    public static String clock(Instant at) {
        return CLOCK.format(at) + " UTC";
    }

    /** From one time to another, to the minute, in UTC. */
    public String span(Instant from, Instant to) {
        return MessageBundle.format("time.span", MINUTE.format(from), MINUTE.format(to));
    }

    /** The full time, in UTC. */
    public String full(@Nullable Instant at) {
        return at == null ? "" : FULL.format(at) + " UTC";
    }
}
