package dev.jackstaff.admin.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DateTextTest {
    @Test
    void aMomentIsSaidOnTheClockForWhichItWasWritten() {
        assertThat(said("2026-11-01T00:00:00+01:00")).isEqualTo("1 Nov 2026, 00:00 UTC+01:00");
        assertThat(said("2026-10-31T23:00:00Z")).isEqualTo("31 Oct 2026, 23:00 UTC");
        assertThat(said("2026-10-31T23:00:05-03:30")).isEqualTo("31 Oct 2026, 23:00:05 UTC-03:30");
    }

    @Test
    void whatIsNoMomentStaysAsItIs() {
        assertThat(DateText.of("tomorrow")).isEqualTo("tomorrow");
        assertThat(DateText.of("2026-11-01")).isEqualTo("2026-11-01");
    }

    /** What people see: spaces that do not break are spaces. */
    private static String said(String moment) {
        String text = DateText.of(moment);
        assertThat(text).containsOnlyOnce(" ");
        return text.replace('\u00a0', ' ');
    }
}
