package dev.jackstaff.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLevelsTest {
    private static LogLevels levels(String text) {
        return LogLevels.of(EdgeSettings.of(Map.of("RUST_LOG", text)));
    }

    @ParameterizedTest
    @CsvSource({
        "off, OFF",
        "ERROR, SEVERE",
        "warn, WARNING",
        "WARNING, WARNING",
        "info, INFO",
        "debug, FINE",
        "trace, FINEST"
    })
    void oneLevelIsThatOfEverything(String word, String level) {
        assertThat(levels(word))
                .isEqualTo(new LogLevels(Optional.of(Level.parse(level)), Optional.of(Level.parse(level)), List.of()));
    }

    @Test
    void theEdgeMayHaveItsOwn() {
        assertThat(levels("warn,unleash_edge=debug"))
                .isEqualTo(new LogLevels(Optional.of(Level.WARNING), Optional.of(Level.FINE), List.of()));
        assertThat(levels("unleash_edge::http=trace, warn"))
                .isEqualTo(new LogLevels(Optional.of(Level.WARNING), Optional.of(Level.FINEST), List.of()));
    }

    @Test
    void modulesOfOthersHaveNoEffect() {
        assertThat(levels("actix_web=info,hyper::proto"))
                .isEqualTo(
                        new LogLevels(Optional.empty(), Optional.empty(), List.of("actix_web=info", "hyper::proto")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"loud", "unleash_edge=loud", "info,loud"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> levels(text))
                .withMessageContaining("jackstaff.edge.log.level")
                .withMessageContaining("loud");
    }

    @Test
    void withoutTheSettingThereAreNone() {
        assertThat(LogLevels.of(EdgeSettings.of(Map.of())))
                .isEqualTo(new LogLevels(Optional.empty(), Optional.empty(), List.of()));
    }
}
