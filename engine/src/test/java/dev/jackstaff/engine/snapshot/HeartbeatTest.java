package dev.jackstaff.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatTest {
    private static final Instant MOMENT = Instant.parse("2026-11-22T00:00:00.123Z");

    @Test
    void theTextTellsAllOfIt() {
        Heartbeat heartbeat = new Heartbeat(
                MOMENT,
                Map.of("shop/production", new SnapshotHead("a1", 17), "shop/staging", new SnapshotHead("b2", 0)));

        assertThat(Heartbeat.parse(heartbeat.text())).isEqualTo(heartbeat);
    }

    @Test
    void aGridWithoutSnapshotsHasOneToo() {
        Heartbeat empty = new Heartbeat(MOMENT, Map.of());

        assertThat(empty.text()).isEqualTo(Long.toString(MOMENT.toEpochMilli()));
        assertThat(Heartbeat.parse(empty.text())).isEqualTo(empty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1\n17", "1\n17 a1", "1\nlatest a1 shop/production"})
    void aTextThatIsNoneIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Heartbeat.parse(text));
    }
}
