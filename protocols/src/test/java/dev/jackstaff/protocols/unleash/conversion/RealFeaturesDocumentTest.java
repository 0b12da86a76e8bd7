package dev.jackstaff.protocols.unleash.conversion;

import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.served;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.UnleashDocumentFixtures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The conversion of a real instance's features. */
class RealFeaturesDocumentTest {
    private static final String IMPRESSIONS = "Impression data was asked for; there is none here.";
    private static final String CUSTOM =
            " is switched off. The Unleash strategy is a custom one, which only an application's own code can decide.";

    private static final UnleashConversion FORM =
            UnleashConversion.of(FeaturesDocumentReader.read(UnleashDocumentFixtures.real()));
    private static final FlagSet FLAGS = ConversionFixtures.compiled(FORM);

    @Test
    void mostFeaturesAreTakenAndNoneIsLost() {
        assertThat(FORM.flags()).hasSize(76);
        assertThat(FORM.count(ConversionStatus.TAKEN)).isEqualTo(59);
        assertThat(FORM.count(ConversionStatus.CHANGED)).isEqualTo(17);
        assertThat(FORM.count(ConversionStatus.LOST)).isZero();
        assertThat(FORM.segments()).isEmpty();
        assertThat(FORM.notes())
                .singleElement()
                .asString()
                .startsWith("The features come from 31 projects and become flags of one: 1, 3, 5555, CMTest");
    }

    static Stream<Arguments> odd() {
        return Stream.of(
                argumentSet(
                        "custom strategy userrole",
                        "price",
                        List.of("Rule \"userrole 3\"" + CUSTOM, "Rule \"userrole 4\"" + CUSTOM)),
                argumentSet("custom strategy tenants", "new-login", List.of("Rule \"tenants 1\"" + CUSTOM)),
                argumentSet(
                        "custom strategy Tenants", "proto-test", List.of("Rule \"Tenants 1\"" + CUSTOM, IMPRESSIONS)),
                argumentSet(
                        "applicationHostname",
                        "1234",
                        List.of("Rule \"applicationHostname 1\" is switched off. The Unleash strategy asks for the host"
                                + " that an application runs on, which an edge does not know.")),
                argumentSet(
                        "variants without payload",
                        "testexperiment",
                        List.of("Variants without a payload get their name as their value: \"clear\", \"dark\".")),
                argumentSet(
                        "one variant without payload, and impressions",
                        "snowing",
                        List.of(
                                "Variants without a payload get their name as their value: \"appName\".",
                                "All values of a flag have one type, so these payloads become strings: \"test\" (json).",
                                IMPRESSIONS)),
                argumentSet("overrides", "HideLogo", List.of()),
                argumentSet("overrides by currentTime", "TestVersion", List.of()),
                argumentSet("overrides and impressions", "demoApp.step4", List.of(IMPRESSIONS)));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void theOddOnesAreExplained(String key, List<String> notes) {
        ConvertedFlag flag = converted(key);

        assertThat(flag.notes()).isEqualTo(notes);
        assertThat(flag.status()).isEqualTo(notes.isEmpty() ? ConversionStatus.TAKEN : ConversionStatus.CHANGED);
    }

    @Test
    void allOtherChangesAreImpressionData() {
        List<String> explained = List.of("price", "new-login", "proto-test", "1234", "testexperiment", "snowing");

        assertThat(FORM.flags())
                .filteredOn(flag -> flag.status() == ConversionStatus.CHANGED && !explained.contains(flag.key()))
                .hasSize(11)
                .allSatisfy(flag -> assertThat(flag.notes()).containsExactly(IMPRESSIONS));
    }

    @Test
    void staleFeaturesAreMarkedAndTypesAreKinds() {
        assertThat(FORM.flags()).filteredOn(flag -> flag.stale()).hasSize(3);
        assertThat(FORM.flags())
                .filteredOn(flag -> flag.kind().equals("release"))
                .hasSize(51);
        assertThat(FORM.flags())
                .filteredOn(flag -> flag.kind().equals("kill-switch"))
                .hasSize(2);
    }

    @Test
    void everyFlagCompiles() {
        assertThat(FLAGS.problems()).isEmpty();
        assertThat(FLAGS.flags()).hasSize(76);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("listed address", "ip_addr", new String[] {"remoteAddress", "192.168.0.1"}, "on"),
                argumentSet("other address", "ip_addr", new String[] {"remoteAddress", "192.168.0.2"}, "off"),
                argumentSet("listed user", "demoApp.step2", new String[] {"targetingKey", "48755422"}, "on"),
                argumentSet("other user", "demoApp.step2", new String[] {"targetingKey", "48755423"}, "off"),
                argumentSet("disabled", "res", new String[] {}, "off"),
                argumentSet("rollout to all by userId", "demoApp.step3", new String[] {"userId", "1"}, "on"),
                argumentSet("rollout to all by userId without one", "demoApp.step3", new String[] {}, "off"),
                argumentSet("custom strategy alone", "new-login", new String[] {"userId", "1"}, "off"),
                argumentSet("override of a listed user", "demoApp.step4", new String[] {"userId", "82895148"}, "red"),
                argumentSet("unlisted user", "demoApp.step4", new String[] {"userId", "1"}, "none"),
                argumentSet("newer version", "TestVersion", new String[] {"version", "3.10.0"}, "productcode"),
                argumentSet("same version", "TestVersion", new String[] {"version", "3.9.1"}, "none"),
                argumentSet(
                        "override by country", "snowing", new String[] {"userId", "1", "country", "teste"}, "teste"),
                argumentSet(
                        "first override wins", "snowing", new String[] {"country", "teste", "appName", "v1"}, "test"),
                argumentSet("override of a variant without weight", "snowing", new String[] {"region", "south"}, "US"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void flagsAnswerAsTheFeaturesDid(String key, String[] attributes, String variant) {
        EvaluationContext context = ConversionFixtures.context(attributes);

        assertThat(served(FLAGS.evaluate(key, context))).isEqualTo(variant);
    }

    private static ConvertedFlag converted(String key) {
        return FORM.flags().stream()
                .filter(flag -> flag.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
