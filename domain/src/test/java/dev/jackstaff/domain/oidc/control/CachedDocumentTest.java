package dev.jackstaff.domain.oidc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CachedDocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private int fetched;
    private boolean down;

    private final CachedDocument<String> document = new CachedDocument<>(() -> {
        fetched++;
        if (down) {
            throw new ProviderUnavailableException("down");
        }
        return "version " + fetched;
    });

    @Test
    void isFetchedOnceWhileItIsFresh() throws Exception {
        assertThat(document.get(NOW, HOUR)).isEqualTo("version 1");
        assertThat(document.get(NOW.plusSeconds(3_599), HOUR)).isEqualTo("version 1");
        assertThat(document.get(NOW.plusSeconds(3_600), HOUR)).isEqualTo("version 2");
    }

    @Test
    void isNotAskedForTwiceWithinThePause() throws Exception {
        assertThat(document.get(NOW, HOUR)).isEqualTo("version 1");
        assertThat(document.get(NOW.plusSeconds(9), Duration.ZERO)).isEqualTo("version 1");
        assertThat(document.get(NOW.plusSeconds(10), Duration.ZERO)).isEqualTo("version 2");
    }

    @Test
    void staysWhileItsSourceIsDown() throws Exception {
        document.get(NOW, HOUR);
        down = true;

        Instant later = NOW.plus(HOUR);
        assertThat(document.get(later, HOUR)).isEqualTo("version 1");
        assertThatThrownBy(() -> document.current(later)).hasMessage("down");

        down = false;
        assertThat(document.current(later.plusSeconds(10))).isEqualTo("version 3");
    }

    @Test
    void isMissingIfItsSourceWasNeverUp() {
        down = true;

        assertThatThrownBy(() -> document.get(NOW, HOUR)).hasMessage("down");
        assertThatThrownBy(() -> document.get(NOW.plusSeconds(1), HOUR)).hasMessage("down");
        assertThat(fetched).isOne();
    }
}
