package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.Readiness;
import dev.jackstaff.protocols.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-28T16:45:23Z");
    private static final Snapshot DEMO = EnvironmentFixtures.demoAt(1);

    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private final Readiness readiness = new Readiness(environments, freshness, Clock.fixed(NOW, ZoneOffset.UTC));
    private final ProxyHealth health = new ProxyHealth(readiness);

    @Test
    void isNotReadyBeforeEveryEnvironmentHasArrived() {
        environments.serve(DEMO);

        assertThat(health.ready().status()).isEqualTo(503);
        assertThat(text(health.ready()))
                .isEqualTo("{\"status\":\"error\",\"reason\":\"environment document(s) not updated.\","
                        + "\"last_successful_update\":null}");
        assertThat(health.live().status()).isEqualTo(200);
    }

    @Test
    void tellsWhenTheEnvironmentsWereLastConfirmedAndNotWhenTheyChanged() {
        serve(Duration.ofSeconds(3));

        assertThat(health.ready().status()).isEqualTo(200);
        assertThat(text(health.ready()))
                .startsWith("{\"status\":\"ok\",\"reason\":null,\"last_successful_update\":\"2026-11-28T16:45:");
        assertThat(readiness.lastUpdate().orElseThrow()).isBetween(NOW.minusSeconds(60), NOW.minusSeconds(3));
        assertThat(text(health.live())).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void isStaleWhenAnEnvironmentWasNotConfirmedForTooLong() {
        serve(Duration.ofMinutes(2));
        freshness.confirm("other/production", Duration.ZERO);
        assertThat(health.ready().status()).isEqualTo(200);

        readiness.setHealthyAge(Optional.of(Duration.ofMinutes(1)));

        assertThat(health.ready().status()).isEqualTo(503);
        assertThat(text(health.ready()))
                .startsWith("{\"status\":\"error\",\"reason\":\"environment document(s) stale.\","
                        + "\"last_successful_update\":\"2026-11-28T16:4");
        assertThat(readiness.isReady()).isTrue();

        freshness.confirm(DEMO.key(), Duration.ZERO);
        assertThat(health.ready().status()).isEqualTo(200);
    }

    @Test
    void isNotReadyWhileEveryEnvironmentIsRefused() {
        serve(Duration.ofMinutes(2));
        readiness.setRefusalCheck(environment -> true);

        assertThat(health.ready().status()).isEqualTo(503);
        assertThat(text(health.ready())).contains("\"reason\":\"environment document(s) stale.\"");
        assertThat(readiness.isReady()).isFalse();
    }

    @Test
    void isReadyWhileOneEnvironmentOfSeveralIsRefused() {
        serve(Duration.ofMinutes(2));
        environments.serve(EnvironmentFixtures.reachableByEdge("other", "production", 1));
        readiness.setRefusalCheck(DEMO.key()::equals);

        assertThat(readiness.isReady()).isTrue();
    }

    @Test
    void isNotReadyWhileTheHostStops() {
        serve(Duration.ZERO);

        readiness.drain();

        assertThat(health.ready().status()).isEqualTo(503);
        assertThat(health.live().status()).isEqualTo(200);
    }

    private void serve(Duration age) {
        environments.serve(DEMO);
        environments.markComplete();
        freshness.confirm(DEMO.key(), age);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
