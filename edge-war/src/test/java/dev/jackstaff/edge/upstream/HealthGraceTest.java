package dev.jackstaff.edge.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthGraceTest {
    private static final String NAME = "jackstaff.edge.health.grace";

    private final Upstream upstream = new FakeUpstream(Map.of(), Optional.empty());

    @Test
    void itIsANumberOfSeconds() {
        assertThat(grace("90").healthyAge(upstream)).contains(Duration.ofSeconds(90));
        assertThat(grace("0.5").healthyAge(upstream)).contains(Duration.ofMillis(500));
    }

    @Test
    void neverIsForAnyAge() {
        assertThat(grace("never").healthyAge(upstream)).isEmpty();
        assertThat(grace("never").endless()).isTrue();
    }

    @Test
    void withoutOneTheUpstreamDecides() {
        HealthGrace none = HealthGrace.of(EdgeSettings.of(Map.of()));

        assertThat(none.endless()).isFalse();
        assertThat(none.healthyAge(upstream)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "PT30S"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> grace(text)).withMessageContaining(NAME);
    }

    private static HealthGrace grace(String text) {
        return HealthGrace.of(EdgeSettings.of(Map.of(NAME, text)));
    }
}
