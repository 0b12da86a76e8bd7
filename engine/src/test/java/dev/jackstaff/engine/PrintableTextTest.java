package dev.jackstaff.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void whatCanBeSeenStays() {
        assertThat(PrintableText.singleLine("en flagga: 🚩 «é»")).isEqualTo("en flagga: 🚩 «é»");
    }

    @Test
    void whatSteersIsReplaced() {
        assertThat(PrintableText.singleLine("a\nb\u001b[31m\u202e\ud83d\u2028")).isEqualTo("a�b�[31m���");
    }

    @Test
    void whatIsLongIsCutBetweenCharacters() {
        assertThat(PrintableText.singleLine("🚩".repeat(4), 3)).isEqualTo("🚩🚩🚩…");
        assertThat(PrintableText.singleLine("🚩".repeat(3), 3)).isEqualTo("🚩🚩🚩");
    }
}
