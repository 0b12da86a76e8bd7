package dev.jackstaff.protocols.unleash.compiler;

import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.feature;
import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.features;
import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.strategies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The variants of features, and dependencies on them. */
class VariantCompilerTest {
    private static final String COLOURS = "\"variants\": [" + variant("blue", 25, "\"stickiness\": \"customField\"")
            + "," + variant("red", 25, "\"stickiness\": \"ignored\"") + "," + variant("green", 25)
            + "," + variant("yellow", 25) + "]";
    private static final String WORKED = "Feature.flexible.rollout.custom.stickiness_100";

    static Stream<Arguments> worked() {
        return Stream.of(
                argumentSet("15", "616", "blue"),
                argumentSet("35", "503", "red"),
                argumentSet("60", "438", "green"),
                argumentSet("98", "44", "yellow"));
    }

    @ParameterizedTest
    @MethodSource("worked")
    void theFeaturesNameIsTheGroupAndTheFirstVariantSaysWhatDecides(String id, String colour) {
        String strategy =
                "{\"name\": \"flexibleRollout\", \"parameters\": {\"rollout\": \"100\", \"groupId\": \"other\"}}";
        FlagSet flags = compiled(
                "{\"name\": \"" + WORKED + "\", \"enabled\": true, " + COLOURS + ", " + strategies(strategy) + "}");

        assertThat(served(flags, WORKED, "customField", id).key()).isEqualTo(colour);
    }

    @ParameterizedTest
    @MethodSource("worked")
    void aStrategysVariantsTakeItsGroupAndStickiness(String id, String colour) {
        String strategy = "{\"name\": \"default\", \"parameters\": {\"groupId\": \"" + WORKED
                + "\", \"stickiness\": \"customField\"}, " + COLOURS.replace("customField", "userId") + "}";

        assertThat(served(compiled(feature(strategies(strategy))), "f", "customField", id)
                        .key())
                .isEqualTo(colour);
    }

    @Test
    void withoutWhatDecidesChanceDoes() {
        FlagSet flags = compiled(feature(COLOURS));

        assertThat(Stream.iterate(1, i -> i + 1)
                        .limit(400)
                        .map(i -> Objects.requireNonNull(flags.evaluate(
                                        "f",
                                        EvaluationContext.builder().randomId(i).build())
                                .variant()))
                        .map(Variant::key)
                        .distinct())
                .containsExactlyInAnyOrder("blue", "red", "green", "yellow");
    }

    @Test
    void theFirstTrueStrategyDecidesAndOneWithoutVariantsFallsBackToTheFeatures() {
        String strategies = strategies(
                "{\"name\": \"userWithId\", \"parameters\": {\"userIds\": \"7\"}, \"variants\": [" + variant("mine", 1)
                        + "]}",
                "{\"name\": \"default\"}");
        FlagSet flags = compiled(feature(strategies, "\"variants\": [" + variant("all", 1) + "]"));

        assertThat(served(flags, "f", "userId", "7").key()).isEqualTo("mine");
        assertThat(served(flags, "f", "userId", "8").key()).isEqualTo("all");
    }

    @Test
    void overridesComeFirstAndOnlyWhereTheFeatureIsOn() {
        String overridden =
                variant("never", 0, "\"overrides\": [{\"contextName\": \"userId\", \"values\": [\"1\", \"2\"]}]");
        FlagSet flags = compiled(feature(
                "\"variants\": [" + overridden + "," + variant("all", 1) + "]",
                strategies("{\"name\": \"userWithId\", \"parameters\": {\"userIds\": \"1,3\"}}")));

        assertThat(served(flags, "f", "userId", "1").key()).isEqualTo("never");
        assertThat(served(flags, "f", "userId", "3").key()).isEqualTo("all");
        assertThat(flags.evaluate("f", EvaluationContext.of("2")).variant()).isNull();
    }

    @Test
    void withoutWeightThereIsNoVariant() {
        FlagSet flags = compiled(feature("\"variants\": [" + variant("on", 0) + "]"));

        Variant plain = served(flags, "f");

        assertThat(plain).isEqualTo(new Variant("on-2", Value.of(true), Variant.NO_PAYLOAD));
    }

    @Test
    void aFeatureWithoutVariantsSaysOnOrOff() {
        FlagSet flags =
                compiled(feature(strategies("{\"name\": \"userWithId\", \"parameters\": {\"userIds\": \"1\"}}")));

        assertThat(served(flags, "f", "userId", "1")).isEqualTo(new Variant("on", Value.of(true), Variant.NO_PAYLOAD));
        assertThat(served(flags, "f")).isEqualTo(new Variant("off", Value.of(false), Variant.NO_PAYLOAD));
    }

    static Stream<Arguments> payloads() {
        return Stream.of(
                argumentSet("string", "string", "10", ValueType.STRING),
                argumentSet("csv", "csv", "a,b", ValueType.STRING),
                argumentSet("json", "json", "{\"a\":  1}", ValueType.JSON),
                argumentSet("json that is none", "json", "{a}", ValueType.STRING),
                argumentSet("whole number", "number", "10", ValueType.INTEGER),
                argumentSet("number", "number", "10.00", ValueType.NUMBER),
                argumentSet("number in powers of ten", "number", "1e3", ValueType.NUMBER),
                argumentSet("number beyond integers", "number", "9007199254740993", ValueType.NUMBER),
                argumentSet("least long", "number", "-9223372036854775808", ValueType.NUMBER),
                argumentSet("number beyond numbers", "number", "1e999", ValueType.STRING),
                argumentSet("number with a space", "number", " 1", ValueType.STRING),
                argumentSet("number that is none", "number", "one", ValueType.STRING),
                argumentSet("json text as number", "number", "\"1\"", ValueType.STRING),
                argumentSet("a type to come", "yaml", "a: 1", ValueType.STRING));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void payloadsKeepTheirTextAndTheirType(String type, String text, ValueType expected) {
        String payload = "\"payload\": {\"type\": \"" + type + "\", \"value\": " + JsonText.quoted(text) + "}";

        Variant served = served(compiled(feature("\"variants\": [" + variant("v", 1, payload) + "]")), "f");

        assertThat(served.value().text()).isEqualTo(text);
        assertThat(served.value().type()).isEqualTo(expected);
        assertThat(served.payloadType()).isEqualTo(type);
    }

    static Stream<Arguments> dependencies() {
        String with = "\"variants\": [" + variant("v", 1) + "]";
        String onlyForOne = strategies("{\"name\": \"userWithId\", \"parameters\": {\"userIds\": \"1\"}}");
        return Stream.of(
                argumentSet("another variant", "\"enabled\": true, " + with, "\"variants\": [\"w\"]", false),
                argumentSet("its variant", "\"enabled\": true, " + with, "\"variants\": [\"w\", \"v\"]", true),
                argumentSet("any list without variants", "\"enabled\": true", "\"variants\": [\"v\"]", true),
                argumentSet("off is no variant", "\"enabled\": true, " + onlyForOne, "\"variants\": [\"off\"]", false),
                argumentSet(
                        "off does not serve",
                        "\"enabled\": true, " + with + ", " + onlyForOne,
                        "\"variants\": [\"v\", \"disabled\"]",
                        false),
                argumentSet("disabled is no variant", "\"enabled\": false", "\"variants\": [\"disabled\"]", false),
                argumentSet(
                        "variants do not count for off",
                        "\"enabled\": false, " + with,
                        "\"enabled\": false, \"variants\": [\"v\"]",
                        true),
                argumentSet("off by its strategies", "\"enabled\": true, " + onlyForOne, "\"enabled\": false", true),
                argumentSet("on and wanted off", "\"enabled\": true", "\"enabled\": false", false));
    }

    @ParameterizedTest
    @MethodSource("dependencies")
    void childrenDemandWhatTheySay(String parent, String demand, boolean on) {
        FlagSet flags = compiled(
                "{\"name\": \"p\", " + parent + "}",
                feature("\"dependencies\": [{\"feature\": \"p\", " + demand + "}]"));

        assertThat(flags.evaluate("f", EvaluationContext.of("2")).enabled()).isEqualTo(on);
    }

    @Test
    void aParentThatIsMissingOrAChildItselfIsReported() {
        FlagSet flags = compiled(
                "{\"name\": \"p\", \"enabled\": true, \"dependencies\": [{\"feature\": \"q\", \"enabled\": false}]}",
                feature("\"dependencies\": [{\"feature\": \"p\", \"enabled\": false}]"));

        assertThat(flags.evaluate("f", EvaluationContext.of("2")).enabled()).isFalse();
        assertThat(flags.problems())
                .extracting(problem -> problem.flag() + ", " + problem.message())
                .containsExactly(
                        "p, dependency q: the parent is not in the document; the feature is never on",
                        "f, dependency p: the parent depends on another feature itself; the feature is never on");
    }

    private static FlagSet compiled(String... features) {
        return FeaturesDocumentCompiler.compile(FeaturesDocumentReader.read(features(features)));
    }

    private static String variant(String name, int weight, String... members) {
        return "{\"name\": \"" + name + "\", \"weight\": " + weight
                + Stream.of(members).map(member -> ", " + member).reduce("", String::concat) + "}";
    }

    private static Variant served(FlagSet flags, String key, String... attributes) {
        EvaluationContext.Builder context = EvaluationContext.builder();
        for (int i = 0; i < attributes.length; i += 2) {
            context.attribute(attributes[i], attributes[i + 1]);
        }
        return Objects.requireNonNull(flags.evaluate(key, context.build()).variant());
    }
}
