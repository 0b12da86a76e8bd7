package dev.jackstaff.protocols.settings;

import static dev.jackstaff.protocols.settings.SettingAlias.also;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeSettingsTest {
    private static final Setting ORIGINS =
            new TestSetting("jackstaff.edge.test.origins", SettingFormat.TEXT, List.of(also("TEST_ORIGINS")));
    private static final Setting AGE =
            new TestSetting("jackstaff.edge.test.age", SettingFormat.NUMBER, List.of(also("TEST_AGE")));

    private record TestSetting(String property, SettingFormat format, List<SettingAlias> aliases) implements Setting {}

    private static Setting seconds(String name) {
        return new TestSetting("jackstaff.edge.test." + name, SettingFormat.SECONDS, List.of());
    }

    @Test
    void ourNameIsTheStrongest() {
        EdgeSettings settings = EdgeSettings.of(Map.of("jackstaff.edge.test.age", "5", "TEST_AGE", "6"));

        assertThat(settings.number(AGE, 7)).isEqualTo(5);
    }

    @Test
    void timesAreToldInSeconds() {
        EdgeSettings settings = EdgeSettings.of(Map.of(
                "jackstaff.edge.test.interval", "0.25",
                "jackstaff.edge.test.timeout", "15",
                "jackstaff.edge.test.revalidation", "0"));

        assertThat(settings.seconds(seconds("interval"), Duration.ZERO)).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.seconds(seconds("timeout"), Duration.ZERO)).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.seconds(seconds("revalidation"), Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.seconds(seconds("connect-timeout"), Duration.ofSeconds(3)))
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void listsAreSeparatedByCommas() {
        EdgeSettings settings = EdgeSettings.of(Map.of("TEST_ORIGINS", "a, b,,a "));

        assertThat(settings.list(ORIGINS)).hasValue(List.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b",
                " a , b ",
                "\"a,b\"",
                "'a, b'",
                "\"a\",\"b\"",
                ",a,,b,",
                "[\"a\",\"b\"]",
                "'[\"a\", \"b\", \"\"]'"
            })
    void aListMayBeQuotedOrInJson(String list) {
        assertThat(EdgeSettings.of(Map.of("TEST_ORIGINS", list)).list(ORIGINS)).hasValue(List.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[\"a\"", "[\"a\"] b", "[[\"a\"]]"})
    void whatBeginsAsJsonMustBeJson(String list) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EdgeSettings.of(Map.of("TEST_ORIGINS", list)).list(ORIGINS))
                .withMessageContaining("jackstaff.edge.test.origins must be a JSON array of texts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", " 5\t", "\"5\"", "' 5 '"})
    void aNumberMayBeQuoted(String number) {
        assertThat(EdgeSettings.of(Map.of("TEST_AGE", number)).number(AGE, 7)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n", "\"\"", "' '"})
    void nothingIsNoValue(String nothing) {
        EdgeSettings settings = EdgeSettings.of(Map.of("TEST_AGE", nothing, "TEST_ORIGINS", nothing));

        assertThat(settings.number(AGE, 7)).isEqualTo(7);
        assertThat(settings.list(ORIGINS)).isEmpty();
        assertThat(settings.namesOf(ORIGINS)).isEmpty();
    }

    @Test
    void aSecretMayHaveQuotes() {
        Setting password = new TestSetting("jackstaff.edge.test.password", SettingFormat.SECRET, List.of());

        assertThat(EdgeSettings.of(Map.of("jackstaff.edge.test.password", "\"a\""))
                        .text(password))
                .hasValue("\"a\"");
    }

    @Test
    void aPartMayHaveAValueOfItsOwn() {
        EdgeSettings settings = EdgeSettings.of(Map.of("jackstaff.edge.test.origins.demo.production", "a, ,b"));

        assertThat(settings.hasEnvironmentOverrides(ORIGINS)).isTrue();
        assertThat(settings.listForEnvironment(ORIGINS, "demo.production")).hasValue(List.of("a", "b"));
        assertThat(settings.listForEnvironment(ORIGINS, "demo.staging")).isEmpty();
        assertThat(EdgeSettings.of(Map.of("JACKSTAFF_EDGE_TEST_ORIGINS_DEMO_PRODUCTION", "a"))
                        .hasEnvironmentOverrides(ORIGINS))
                .isTrue();
        assertThat(EdgeSettings.of(Map.of("JACKSTAFF_EDGE_TEST_ORIGINS", "a")).hasEnvironmentOverrides(ORIGINS))
                .isFalse();
    }

    @Test
    void theRootIsNoBasePath() {
        assertThat(EdgeSettings.of(Map.of("BASE_PATH", "/")).text(ProtocolSetting.BASE_PATH))
                .hasValue("");
    }
}
