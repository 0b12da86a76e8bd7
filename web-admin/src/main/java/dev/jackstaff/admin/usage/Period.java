package dev.jackstaff.admin.usage;

import dev.jackstaff.domain.usage.UsageQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A time up to now, in slots. */
public enum Period {
    HOURS(6, ChronoUnit.HOURS, UsageQuery.Interval.HOUR, "HH:mm"),
    DAY(24, ChronoUnit.HOURS, UsageQuery.Interval.HOUR, "HH:mm"),
    MONTH(30, ChronoUnit.DAYS, UsageQuery.Interval.DAY, "d MMM");

    private final int slots;
    private final ChronoUnit unit;
    private final UsageQuery.Interval interval;
    private final DateTimeFormatter format;

    Period(int slots, ChronoUnit unit, UsageQuery.Interval interval, String pattern) {
        this.slots = slots;
        this.unit = unit;
        this.interval = interval;
        format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** The period of an address; a day if it names none. */
    static Period named(String name) {
        return Arrays.stream(values())
                .filter(period -> period.getLabel().equals(name))
                .findFirst()
                .orElse(DAY);
    }

    /** Its name in addresses: lower case. */
    public String getLabel() {
        return name().toLowerCase(Locale.ROOT);
    }

    UsageQuery.Interval interval() {
        return interval;
    }

    Duration length() {
        return unit.getDuration().multipliedBy(slots);
    }

    /** The end of the slot that is going on. */
    Instant end(Instant now) {
        return now.truncatedTo(unit).plus(1, unit);
    }

    /** The beginnings of the slots before an end. */
    List<Instant> slots(Instant end) {
        List<Instant> beginnings = new ArrayList<>();
        for (int i = slots; i > 0; i--) {
            beginnings.add(end.minus(i, unit));
        }
        return beginnings;
    }

    /** The beginning of a slot in words. */
    String words(Instant beginning) {
        return format.format(beginning);
    }
}
