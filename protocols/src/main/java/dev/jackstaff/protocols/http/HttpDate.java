package dev.jackstaff.protocols.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The current time as an HTTP date (RFC 9110, section 5.6.7), written once a second. Thread-safe. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile WrittenSecond latest = new WrittenSecond(Long.MIN_VALUE, "");

    HttpDate(Clock clock) {
        this.clock = clock;
    }

    /** One second and its text. */
    private record WrittenSecond(long second, String text) {}

    String now() {
        Instant now = clock.instant();
        WrittenSecond written = latest;
        if (written.second() != now.getEpochSecond()) {
            written = new WrittenSecond(now.getEpochSecond(), FORMAT.format(now));
            latest = written;
        }
        return written.text();
    }
}
