package dev.jackstaff.admin.history;

import dev.jackstaff.admin.frame.MessageBundle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The entries of a history on one day in UTC, latest first.
 *
 * @param title the day in words: {@code Tuesday, 24 November}
 */
public record HistoryDay<T extends HistoryEntry>(String title, List<T> entries) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Entries by their days, in the order of the entries. */
    static <T extends HistoryEntry> List<HistoryDay<T>> of(List<T> entries, Instant now) {
        Map<LocalDate, List<T>> days = new LinkedHashMap<>();
        entries.forEach(entry -> days.computeIfAbsent(date(entry.getAt()), day -> new ArrayList<>())
                .add(entry));
        List<HistoryDay<T>> found = new ArrayList<>();
        days.forEach((day, made) -> found.add(new HistoryDay<>(title(day, date(now)), made)));
        return found;
    }

    private static LocalDate date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String title(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return MessageBundle.format("history.today", DATE.format(day));
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    public String getTitle() {
        return MessageBundle.format("history.day", title);
    }

    public List<T> getEntries() {
        return entries;
    }
}
