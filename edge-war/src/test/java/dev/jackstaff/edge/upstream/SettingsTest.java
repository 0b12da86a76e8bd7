package dev.jackstaff.edge.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Settings settings(Map<String, String> values) {
        return new Settings(name -> Optional.ofNullable(values.get(name)));
    }

    @Test
    void theFirstNameThatIsSetCounts() {
        Settings settings = settings(Map.of("ours", " a ", "theirs", "b", "blank", " "));

        assertThat(settings.text("ours", "theirs")).contains("a");
        assertThat(settings.text("blank", "theirs")).contains("b");
        assertThat(settings.text("neither")).isEmpty();
    }

    @Test
    void listsAreSeparatedByCommas() {
        assertThat(settings(Map.of("list", "a, b,,a ")).texts("list")).containsExactly("a", "b");
        assertThat(settings(Map.of()).texts("list")).isEmpty();
    }

    @Test
    void timesAreToldInSeconds() {
        Settings settings = settings(Map.of("whole", "15", "part", "0.25", "none", "0", "word", "soon"));

        assertThat(settings.seconds(Duration.ZERO, "whole")).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.seconds(Duration.ZERO, "part")).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.seconds(Duration.ZERO, "none")).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.seconds(Duration.ofSeconds(3), "absent")).isEqualTo(Duration.ofSeconds(3));
        assertThatThrownBy(() -> settings.seconds(Duration.ZERO, "word"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("word");
    }

    @Test
    void switchesAreTrueOrNot() {
        Settings settings = settings(Map.of("on", "True", "one", "1", "off", "no"));

        assertThat(settings.flag(false, "on")).isTrue();
        assertThat(settings.flag(false, "one")).isTrue();
        assertThat(settings.flag(true, "off")).isFalse();
        assertThat(settings.flag(true, "absent")).isTrue();
    }
}
