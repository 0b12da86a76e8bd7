package dev.jackstaff.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "70000", "80 80"})
    void aPortThatIsNoneIsRefusedByName(String value) {
        InstallationSettings settings = new InstallationSettings(Map.of(InstallationSettings.EDGE_PORT, value));

        assertThatThrownBy(settings::edgePort)
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("JACKSTAFF_EDGE_PORT")
                .hasMessageContaining(value);
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        InstallationSettings settings =
                new InstallationSettings(Map.of(InstallationSettings.HUB_PORT, " ", "JACKSTAFF_DB_URL", ""));

        assertThat(settings.hubPort()).hasToString("8080");
        assertThat(settings.externalDatabase()).isEmpty();
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused() {
        InstallationSettings settings = new InstallationSettings(Map.of("JACKSTAFF_DB_URL", "jdbc:mysql://db/flags"));

        assertThatThrownBy(settings::externalDatabase)
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void aPasswordTheServerWouldReplaceIsRefusedWithoutBeingShown() {
        InstallationSettings settings = new InstallationSettings(
                Map.of("JACKSTAFF_DB_URL", "jdbc:postgresql://db/flags", "JACKSTAFF_DB_PASSWORD", "a${b}c"));

        assertThatThrownBy(settings::externalDatabase)
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("JACKSTAFF_DB_PASSWORD")
                .hasMessageNotContaining("a${b}c");
    }

    @Test
    void theHomeIsTheGivenOneOrElseTheFallback() {
        assertThat(new InstallationSettings(Map.of("JACKSTAFF_HOME", "/srv/x/../flags")).home(Path.of("/a")))
                .isEqualTo(Path.of("/srv/flags"));
        assertThat(new InstallationSettings(Map.of()).home(Path.of("/a/.jackstaff")))
                .isEqualTo(Path.of("/a/.jackstaff"));
    }
}
