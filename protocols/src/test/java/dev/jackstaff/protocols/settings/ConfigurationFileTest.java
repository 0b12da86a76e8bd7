package dev.jackstaff.protocols.settings;

import static dev.jackstaff.protocols.settings.SettingAlias.also;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Edge Proxy's config.json as a source of settings. */
class ConfigurationFileTest {
    private static final Setting URL = setting("url", SettingFormat.TEXT, "api_url");
    private static final Setting PAIRS = setting("pairs", SettingFormat.TEXT, "environment_key_pairs");
    private static final Setting INTERVAL =
            setting("interval", SettingFormat.SECONDS, "API_POLL_FREQUENCY", "api_poll_frequency");
    private static final Setting ORIGINS = setting("origins", SettingFormat.TEXT, "allow_origins");
    private static final Setting PORT = setting("port", SettingFormat.NUMBER, "PORT", "config.json:server.port");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path directory;

    private final Map<String, String> environment = new HashMap<>();

    private record TestSetting(String property, SettingFormat format, List<SettingAlias> aliases) implements Setting {}

    private static Setting setting(String name, SettingFormat format, String... aliases) {
        return new TestSetting(
                "jackstaff.edge.test." + name,
                format,
                List.of(aliases).stream().map(alias -> also(alias)).toList());
    }

    @BeforeEach
    void write() throws IOException {
        nameFile(
                """
                {
                 "environment_key_pairs": [
                  {
                   "server_side_key": "ser.a",
                   "client_side_key": "b"
                  }
                 ],
                 "api_poll_frequency": 10,
                 "api_url": "https://flags.example.org/api/v1",
                 "allow_origins": ["https://a.example", "https://b.example"],
                 "health_check": {"environment_update_grace_period_seconds": null},
                 "server": {"host": "0.0.0.0", "port": 8000, "reload": false}
                }
                """);
    }

    private void nameFile(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("proxy.json"), content);
        environment.put("CONFIG_PATH", file.toString());
    }

    private EdgeSettings settings() {
        return EdgeSettings.of(environment.keySet(), name -> Optional.ofNullable(environment.get(name)));
    }

    @Test
    void everyMemberIsASetting() {
        EdgeSettings settings = settings();

        assertThat(settings.text(URL)).hasValue("https://flags.example.org/api/v1");
        assertThat(settings.text(PAIRS)).hasValue("[{\"server_side_key\":\"ser.a\",\"client_side_key\":\"b\"}]");
        assertThat(settings.seconds(INTERVAL, Duration.ZERO)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.list(ORIGINS)).hasValue(List.of("https://a.example", "https://b.example"));
        assertThat(settings.number(PORT, 1)).isEqualTo(8000);
    }

    @Test
    void nullLiftsTheLimitOfHealthAndIsNothingElsewhere() throws IOException {
        assertThat(settings().text(ProtocolSetting.HEALTH_GRACE)).hasValue("never");

        nameFile("{\"api_url\": null, \"health_check\": {\"environment_update_grace_period_seconds\": 60}}");

        assertThat(settings().text(ProtocolSetting.HEALTH_GRACE)).hasValue("60");
        assertThat(settings().text(URL)).isEmpty();
    }

    @Test
    void theEnvironmentIsStrongerWhicheverNameItUses() {
        environment.put("API_POLL_FREQUENCY", "2");
        environment.put("jackstaff.edge.test.url", "http://other.example");
        environment.put("server", "{\"port\": 9000}");

        EdgeSettings settings = settings();

        assertThat(settings.seconds(INTERVAL, Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.text(URL)).hasValue("http://other.example");
        assertThat(settings.number(PORT, 1)).isEqualTo(9000);
        assertThat(settings.namesOf(URL)).containsExactly("jackstaff.edge.test.url", "api_url");
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        environment.put("CONFIG_PATH", directory.resolve("absent.json").toString());

        assertThatIllegalArgumentException().isThrownBy(this::settings).withMessageContaining("absent.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"api_url\": \"a\"} x", "{\"api_url\": \"a\", \"api_url\": \"b\"}"})
    void anInvalidFileIsRefusedInOneSentence(String content) throws IOException {
        nameFile(content);

        assertThatIllegalArgumentException()
                .isThrownBy(this::settings)
                .withMessageContaining("proxy.json is not a configuration")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n"));
    }

    @Test
    void aFileThatNobodyNamedIsReadIfItIsTheEdgeProxys() throws IOException {
        Path another = Files.writeString(directory.resolve("config.json"), "{\"port\": 1}");
        Path proxys = Path.of(environment.getOrDefault("CONFIG_PATH", ""));

        assertThat(ConfigurationFile.readFirst(List.of(another, directory.resolve("absent.json"))))
                .isEmpty();
        assertThat(ConfigurationFile.readFirst(List.of(another, proxys))).containsEntry("api_poll_frequency", "10");
    }
}
