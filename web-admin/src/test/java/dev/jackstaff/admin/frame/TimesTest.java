package dev.jackstaff.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T09:59:30Z, just now",
        "2026-11-30T10:00:05Z, just now",
        "2026-11-30T09:48:00Z, 12 min ago",
        "2026-11-30T08:00:00Z, 2 h ago",
        "2026-11-29T23:30:00Z, yesterday",
        "2026-11-29T08:00:00Z, yesterday",
        "2026-11-27T08:00:00Z, 3 days ago",
        "2026-11-12T08:00:00Z, 12 Nov",
        "2025-11-12T08:00:00Z, 12 Nov 2025"
    })
    void aTimeIsSaidAsPeopleSayIt(Instant at, String words) {
        assertThat(Times.ago(at, NOW)).isEqualTo(words);
    }

    @Test
    void aSpanIsSaidToTheMinute() {
        assertThat(new Times().span(NOW.minusSeconds(86_400), NOW.plusSeconds(59)))
                .isEqualTo("29 Nov, 10:00 to 30 Nov, 10:00 UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T10:00:00Z, this hour",
        "2026-11-30T09:00:00Z, 1 h ago",
        "2026-11-30T00:00:00Z, 10 h ago",
        "2026-11-29T23:00:00Z, yesterday",
        "2026-11-27T08:00:00Z, 3 days ago"
    })
    void anHourIsSaidInWholeHours(Instant hour, String words) {
        assertThat(Times.hoursAgo(hour, NOW.plusSeconds(3_060))).isEqualTo(words);
    }
}
