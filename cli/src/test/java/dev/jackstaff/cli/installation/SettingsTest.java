package dev.jackstaff.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.terminal.Failure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "70000", "80 80"})
    void aPortThatIsNoneIsRefusedByName(String value) {
        Settings settings = new Settings(Map.of(Settings.EDGE_PORT, value));

        assertThatThrownBy(settings::edge)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("JACKSTAFF_EDGE_PORT")
                .hasMessageContaining(value);
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        Settings settings = new Settings(Map.of(Settings.HUB_PORT, " ", "JACKSTAFF_DB_URL", ""));

        assertThat(settings.hub()).hasToString("8080");
        assertThat(settings.ownDatabase()).isEmpty();
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused() {
        Settings settings = new Settings(Map.of("JACKSTAFF_DB_URL", "jdbc:mysql://db/flags"));

        assertThatThrownBy(settings::ownDatabase).isInstanceOf(Failure.class).hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void aPasswordTheServerWouldReplaceIsRefusedWithoutBeingShown() {
        Settings settings = new Settings(
                Map.of("JACKSTAFF_DB_URL", "jdbc:postgresql://db/flags", "JACKSTAFF_DB_PASSWORD", "a${b}c"));

        assertThatThrownBy(settings::ownDatabase)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("JACKSTAFF_DB_PASSWORD")
                .hasMessageNotContaining("a${b}c");
    }

    @Test
    void theHomeIsTheGivenOneOrElseTheFallback() {
        assertThat(new Settings(Map.of("JACKSTAFF_HOME", "/srv/x/../flags")).home(Path.of("/a")))
                .isEqualTo(Path.of("/srv/flags"));
        assertThat(new Settings(Map.of()).home(Path.of("/a/.jackstaff"))).isEqualTo(Path.of("/a/.jackstaff"));
    }
}
