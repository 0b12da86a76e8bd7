package dev.jackstaff.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegibleTest {
    @Test
    void whatCanBeSeenStays() {
        assertThat(Legible.line("en flagga: 🚩 «é»")).isEqualTo("en flagga: 🚩 «é»");
    }

    @Test
    void whatSteersIsReplaced() {
        assertThat(Legible.line("a\nb\u001b[31m\u202e\ud83d\u2028")).isEqualTo("a�b�[31m���");
    }

    @Test
    void whatIsLongIsCutBetweenCharacters() {
        assertThat(Legible.line("🚩".repeat(4), 3)).isEqualTo("🚩🚩🚩…");
        assertThat(Legible.line("🚩".repeat(3), 3)).isEqualTo("🚩🚩🚩");
    }
}
