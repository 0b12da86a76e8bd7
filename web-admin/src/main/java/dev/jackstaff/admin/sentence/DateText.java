package dev.jackstaff.admin.sentence;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments that rules compare with, as people say them: on the clock of the place for which they were written. */
final class DateText {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0uuuu, HH:mm:ss", Locale.ENGLISH);

    private DateText() {}

    /** A moment in ISO 8601 as {@code 1 Nov 2026, 00:00 UTC+01:00}, which breaks after the day only; as it is if it has another form. */
    static String of(String iso) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(iso);
            ZoneOffset offset = moment.getOffset();
            DateTimeFormatter format = moment.getSecond() == 0 && moment.getNano() == 0 ? MINUTES : SECONDS;
            return format.format(moment) + "\u00a0UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId());
        } catch (DateTimeException other) {
            return iso;
        }
    }
}
