package dev.jackstaff.protocols.unleash.conversion;

import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.strategies;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.compiled;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.definition;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.flag;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.rule;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.ruleNames;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.served;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The conversion of variants, payloads, weights and overrides to variants, values, splits and rules. */
class VariantConversionTest {
    private static final String DEFAULT = strategies("{\"name\": \"default\"}");
    private static final String RETYPED = "All values of a flag have one type, so these payloads become strings: ";
    private static final String RESPELLED = "These payloads mean the same but are spelled differently: ";

    static Stream<Arguments> types() {
        return Stream.of(
                argumentSet("strings", payload("string", "x"), payload("string", ""), ValueType.STRING, "\"x\"", ""),
                argumentSet("json", payload("json", "{}"), payload("json", "[1]"), ValueType.JSON, "{}", ""),
                argumentSet(
                        "spaced json",
                        payload("json", "{ }"),
                        payload("json", "[1]"),
                        ValueType.JSON,
                        "{}",
                        RESPELLED + "\"v\"."),
                argumentSet(
                        "broken json",
                        payload("json", "{"),
                        payload("json", "1"),
                        ValueType.STRING,
                        "\"{\"",
                        RETYPED + "\"v\" (json), \"w\" (json)."),
                argumentSet(
                        "numbers", payload("number", "10.0"), payload("number", "0.1"), ValueType.NUMBER, "10.0", ""),
                argumentSet(
                        "numbers spelled otherwise",
                        payload("number", "10"),
                        payload("number", "0.10"),
                        ValueType.NUMBER,
                        "10.0",
                        RESPELLED + "\"v\", \"w\"."),
                argumentSet(
                        "no number",
                        payload("number", "010"),
                        payload("number", "1"),
                        ValueType.STRING,
                        "\"010\"",
                        RETYPED + "\"v\" (number), \"w\" (number)."),
                argumentSet(
                        "a number beyond a double",
                        payload("number", "12345678901234567890"),
                        payload("string", "1"),
                        ValueType.STRING,
                        "\"12345678901234567890\"",
                        RETYPED + "\"v\" (number)."),
                argumentSet(
                        "csv",
                        payload("csv", "a,b"),
                        payload("csv", "c"),
                        ValueType.STRING,
                        "\"a,b\"",
                        RETYPED + "\"v\" (csv), \"w\" (csv)."),
                argumentSet(
                        "mixed",
                        payload("number", "1"),
                        payload("json", "2"),
                        ValueType.STRING,
                        "\"1\"",
                        RETYPED + "\"v\" (number), \"w\" (json)."));
    }

    @ParameterizedTest
    @MethodSource("types")
    void payloadsDecideTheTypeAndWhatDiffersIsNoted(
            String one, String other, ValueType type, String json, String note) {
        ConvertedFlag flag = flag(DEFAULT, variants(variant("v", 500, one), variant("w", 500, other)));

        assertThat(flag.notes()).isEqualTo(note.isEmpty() ? List.of() : List.of(note));
        assertThat(flag.status()).isEqualTo(note.isEmpty() ? ConversionStatus.TAKEN : ConversionStatus.CHANGED);
        assertThat(definition(flag).type()).isEqualTo(type);
        assertThat(definition(flag).variants().get(0).key()).isEqualTo("v");
        assertThat(definition(flag).variants().get(0).value().json()).isEqualTo(json);
    }

    @Test
    void whileAFlagWithVariantsIsOffTheClientsDefaultApplies() {
        String variants = variants(variant("v", 1000, payload("string", "x")));

        assertThat(definition(flag(DEFAULT, variants)).offVariant()).isNull();
        assertThat(served(compiled(strategies("{\"name\": \"userWithId\"}"), variants), "userId", "1"))
                .isEqualTo("none");
        assertThat(served(compiled(DEFAULT, variants), "userId", "1")).isEqualTo("v");
    }

    @Test
    void aVariantWithoutPayloadHasItsNameAsValue() {
        ConvertedFlag flag =
                flag(DEFAULT, variants(variant("dark", 1, "null"), variant("v", 1, payload("json", "{}"))));

        assertThat(flag.notes())
                .containsExactly(
                        "Variants without a payload get their name as their value: \"dark\".",
                        RETYPED + "\"v\" (json).");
        assertThat(definition(flag).variants())
                .extracting(variant -> variant.value().text())
                .containsExactly("dark", "{}");
    }

    @Test
    void theFirstVariantsStickinessAndTheFlagsKeyDecideTheFeaturesOwnVariants() {
        ConvertedFlag flag = flag(
                strategies("{\"name\": \"flexibleRollout\","
                        + " \"parameters\": {\"rollout\": \"100\", \"groupId\": \"g\", \"stickiness\": \"default\"}}"),
                variants(sticky("a", "random"), sticky("b", "userId")));

        assertThat(rule(flag).outcome())
                .isEqualTo(
                        new Split(List.of(new WeightedVariant("a", 500), new WeightedVariant("b", 500)), "random", ""));
    }

    @Test
    void aStrategysVariantsWinAndItsGroupAndStickinessDecide() {
        ConvertedFlag flag = flag(
                "\"strategies\": [{\"name\": \"flexibleRollout\","
                        + " \"parameters\": {\"rollout\": \"50\", \"groupId\": \"g\", \"stickiness\": \"userId\"},"
                        + variants(sticky("s", "random"), sticky("t", "random")) + "}, {\"name\": \"default\"}]",
                variants(variant("own", 1000, payload("string", "x"))));

        assertThat(flag.status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(definition(flag).rules())
                .extracting(rule -> rule.outcome())
                .containsExactly(
                        new Split(List.of(new WeightedVariant("s", 500), new WeightedVariant("t", 500)), "userId", "g"),
                        new Serve("own"));
    }

    @Test
    void oneNameForTwoPayloadsBecomesTwoVariants() {
        ConvertedFlag flag = flag(
                "\"strategies\": [{\"name\": \"default\", " + variants(variant("v", 1000, payload("string", "other")))
                        + "}]",
                variants(variant("v", 1000, payload("string", "own"))));

        assertThat(definition(flag).variants())
                .extracting(variant -> variant.key() + "=" + variant.value().text())
                .containsExactly("v=own", "v-2=other");
        assertThat(rule(flag).outcome()).isEqualTo(new Serve("v-2"));
        assertThat(flag.notes())
                .containsExactly("There is more than one variant \"v\", each with another payload; one of them becomes"
                        + " \"v-2\".");
    }

    @Test
    void toBeOnWithoutAVariantIsAVariantOfItsOwn() {
        ConvertedFlag flag = flag("\"strategies\": [{\"name\": \"userWithId\", \"parameters\": {\"userIds\": \"1\"}, "
                + variants(variant("v", 1000, payload("json", "{}"))) + "}, {\"name\": \"default\"}]");

        assertThat(flag.notes())
                .containsExactly(
                        "Where Unleash says on without a variant, the added variant \"on\" is served.",
                        RETYPED + "\"v\" (json).");
        assertThat(definition(flag).type()).isEqualTo(ValueType.STRING);
        assertThat(definition(flag).rules())
                .extracting(rule -> rule.outcome())
                .containsExactly(new Serve("v"), new Serve("on"));
    }

    @Test
    void weightsThatAddUpToNothingServeNoVariant() {
        ConvertedFlag flag = flag(
                DEFAULT, variants(variant("on", 0, payload("string", "x")), variant("w", 0, payload("string", "y"))));

        assertThat(rule(flag).outcome()).isEqualTo(new Serve("on-2"));
    }

    @Test
    void weightsTooHeavyAreALoss() {
        ConvertedFlag flag = flag(DEFAULT, variants(variant("v", 999_999, "null"), variant("w", 2, "null")));

        assertThat(flag.status()).isEqualTo(ConversionStatus.LOST);
        assertThat(flag.definition()).isEmpty();
        assertThat(flag.notes()).containsExactly("The weights of its variants add up to more than 1000000.");
    }

    @Test
    void manyStrategiesTimesManyOverridesAreALossAndNotAFlood() {
        String[] strategies =
                Stream.generate(() -> "{\"name\": \"default\"}").limit(20_000).toArray(String[]::new);
        String[] variants = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"name\": \"v" + i + "\", \"weight\": 1,"
                        + " \"overrides\": [{\"contextName\": \"a\", \"values\": [\"" + i + "\"]}]}")
                .toArray(String[]::new);

        ConvertedFlag flag = flag(strategies(strategies), variants(variants));

        assertThat(flag.status()).isEqualTo(ConversionStatus.LOST);
        assertThat(flag.notes()).singleElement().asString().contains("at most 100 rules");
    }

    @Test
    void moreThanAThousandVariantsAreALoss() {
        String[] variants =
                Stream.generate(() -> variant("v", 1, "null")).limit(1_001).toArray(String[]::new);

        assertThat(flag(DEFAULT, variants(variants)).notes()).containsExactly("It has more than 1000 variants.");
    }

    @Test
    void overridesAreRulesBeforeTheSplitUnderTheStrategysOwnTerms() {
        String json =
                """
                "strategies": [{"name": "flexibleRollout", "parameters": {"rollout": "50", "groupId": "gr1"},
                  "constraints": [{"contextName": "plan", "operator": "IN", "values": ["pro"]}]}]""";
        String variants =
                """
                "variants": [{"name": "a", "weight": 500, "payload": {"type": "string", "value": "a"}},
                 {"name": "b", "weight": 500, "payload": {"type": "string", "value": "b"}, "overrides": [
                  {"contextName": "country", "values": ["SE", "NO"]}, {"contextName": "", "values": ["x"]}]}]""";

        ConvertedFlag flag = flag(json, variants);
        FlagSet flags = compiled(json, variants);

        assertThat(flag.status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(ruleNames(flag)).containsExactly("flexibleRollout 1, override b", "flexibleRollout 1");
        List<String> users = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        assertThat(users.stream().map(user -> served(flags, "userId", user, "plan", "pro", "country", "SE")))
                .containsOnly("b", "none");
        assertThat(users.stream().map(user -> served(flags, "userId", user, "plan", "pro")))
                .containsOnly("a", "b", "none");
        assertThat(users.stream().map(user -> served(flags, "userId", user, "country", "SE")))
                .containsOnly("none");
    }

    @Test
    void overridesWithoutStrategiesPrecedeTheFallthrough() {
        FlagSet flags = compiled(
                strategies(),
                "\"variants\": [{\"name\": \"a\", \"weight\": 1000},"
                        + " {\"name\": \"b\", \"weight\": 0, \"overrides\": [{\"contextName\": \"userId\","
                        + " \"values\": [\"7\"]}]}]");

        assertThat(served(flags, "userId", "7")).isEqualTo("b");
        assertThat(served(flags, "userId", "8")).isEqualTo("a");
    }

    /** Unleash's variant buckets: {@code groupX:999} is 60 of 100 and 260 of 1000, {@code gr1:123} 96 and 796. */
    static Stream<Arguments> buckets() {
        return Stream.of(
                argumentSet("260 of 1000, last of the first", 260, 740, "groupX", "999", "a"),
                argumentSet("260 of 1000, first of the second", 259, 741, "groupX", "999", "b"),
                argumentSet("60 of 100, last of the first", 60, 40, "groupX", "999", "a"),
                argumentSet("60 of 100, first of the second", 59, 41, "groupX", "999", "b"),
                argumentSet("796 of 1000, last of the first", 796, 204, "gr1", "123", "a"),
                argumentSet("796 of 1000, first of the second", 795, 205, "gr1", "123", "b"));
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void aSplitChoosesWhatUnleashChose(int one, int other, String group, String user, String variant) {
        FlagSet flags = compiled("\"strategies\": [{\"name\": \"flexibleRollout\", \"parameters\":"
                + " {\"rollout\": \"100\", \"groupId\": \"" + group + "\"}, "
                + variants(variant("a", one, payload("string", "a")), variant("b", other, payload("string", "b")))
                + "}]");

        assertThat(served(flags, "userId", user)).isEqualTo(variant);
    }

    @Test
    void whereTheDecidingAttributeIsMissingChanceDecides() {
        String variants = variants(sticky("a", "customerId"), sticky("b", "customerId"));
        FlagSet byFallthrough = compiled(strategies(), variants);
        FlagSet byRule = compiled(DEFAULT, variants);

        assertThat(byChance(byFallthrough)).containsOnly("a", "b");
        assertThat(byChance(byRule)).containsOnly("a", "b");
        assertThat(IntStream.rangeClosed(1, 50)
                        .mapToObj(id -> served(byRule.evaluate(
                                "f",
                                EvaluationContext.builder()
                                        .attribute("customerId", "7")
                                        .randomId(id)
                                        .build())))
                        .distinct())
                .hasSize(1);
    }

    private static Stream<String> byChance(FlagSet flags) {
        return IntStream.rangeClosed(1, 50)
                .mapToObj(id -> served(flags.evaluate(
                        "f", EvaluationContext.builder().randomId(id).build())));
    }

    private static String variants(String... variants) {
        return "\"variants\": [" + String.join(",", variants) + "]";
    }

    private static String variant(String name, int weight, String payload) {
        return "{\"name\": \"" + name + "\", \"weight\": " + weight + ", \"payload\": " + payload + "}";
    }

    private static String sticky(String name, String stickiness) {
        return "{\"name\": \"" + name + "\", \"weight\": 500, \"stickiness\": \"" + stickiness + "\", \"payload\": "
                + payload("string", name) + "}";
    }

    private static String payload(String type, String value) {
        return "{\"type\": \"" + type + "\", \"value\": \"" + value + "\"}";
    }
}
