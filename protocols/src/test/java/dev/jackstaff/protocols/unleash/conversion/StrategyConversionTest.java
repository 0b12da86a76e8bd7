package dev.jackstaff.protocols.unleash.conversion;

import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.feature;
import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.strategies;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.compiled;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.converted;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.definition;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.flag;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.rule;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.ruleNames;
import static dev.jackstaff.protocols.unleash.conversion.ConversionFixtures.served;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.All;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.ConditionDefinition.InSegment;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Off;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversion of strategies, constraints and segments to rules and conditions. */
class StrategyConversionTest {
    @Test
    void aFeatureWithoutStrategiesIsOnForEverybody() {
        ConvertedFlag flag = flag(strategies());

        assertThat(flag.status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(definition(flag).type()).isEqualTo(ValueType.BOOLEAN);
        assertThat(definition(flag).rules()).isEmpty();
        assertThat(definition(flag).fallthrough()).isEqualTo(new Serve("on"));
        assertThat(definition(flag).offVariant()).isEqualTo("off");
        assertThat(served(compiled(strategies()))).isEqualTo("on");
    }

    @Test
    void aFeatureWithStrategiesIsOffWhereNoneIsTrue() {
        ConvertedFlag flag = flag(strategies("{\"name\": \"default\"}"));

        assertThat(flag.status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(definition(flag).fallthrough()).isEqualTo(new Off());
        assertThat(rule(flag).outcome()).isEqualTo(new Serve("on"));
    }

    @Test
    void rulesAreNamedByTitleOrStrategyAndNumbered() {
        ConvertedFlag flag = flag(strategies(
                "{\"name\": \"default\", \"title\": \" Beta \"}", "{\"name\": \"default\", \"title\": \"\"}"));

        assertThat(ruleNames(flag)).containsExactly("Beta 1", "default 2");
    }

    static Stream<Arguments> rollouts() {
        return Stream.of(
                argumentSet(
                        "flexible",
                        "flexibleRollout",
                        "\"rollout\": \"25\", \"stickiness\": \"sessionId\", \"groupId\": \"g\"",
                        new RolloutDefinition(2500, "sessionId", "g")),
                argumentSet(
                        "flexible, all by default",
                        "flexibleRollout",
                        "\"rollout\": \"25\"",
                        new RolloutDefinition(2500, "default", "")),
                argumentSet(
                        "a group named as the feature is the flag's own",
                        "flexibleRollout",
                        "\"rollout\": 25, \"groupId\": \"f\", \"stickiness\": \"\"",
                        new RolloutDefinition(2500, "default", "")),
                argumentSet(
                        "more than all",
                        "flexibleRollout",
                        "\"rollout\": \"250\"",
                        new RolloutDefinition(10_000, "default", "")),
                argumentSet(
                        "user",
                        "gradualRolloutUserId",
                        "\"percentage\": \"10\", \"groupId\": \"g\"",
                        new RolloutDefinition(1000, "userId", "g")),
                argumentSet(
                        "session",
                        "gradualRolloutSessionId",
                        "\"percentage\": \"0\", \"groupId\": \"g\"",
                        new RolloutDefinition(0, "sessionId", "g")),
                argumentSet(
                        "random",
                        "gradualRolloutRandom",
                        "\"percentage\": \"10\"",
                        new RolloutDefinition(1000, "random", "")));
    }

    @ParameterizedTest
    @MethodSource("rollouts")
    void percentagesBecomeRollouts(String strategy, String parameters, RolloutDefinition rollout) {
        ConvertedFlag flag = flag(strategies("{\"name\": \"" + strategy + "\", \"parameters\": {" + parameters + "}}"));

        assertThat(flag.status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(rule(flag).rollout()).isEqualTo(rollout);
        assertThat(rule(flag).condition()).isEqualTo(ConditionDefinition.ALWAYS);
    }

    static Stream<Arguments> neverTrue() {
        return Stream.of(
                argumentSet(
                        "junk", "flexibleRollout", "\"rollout\": \"half\"", "has \"rollout\" = \"half\", which is no"),
                argumentSet("fraction", "flexibleRollout", "\"rollout\": \"33.3\"", "which is no whole percentage"),
                argumentSet(
                        "negative", "gradualRolloutRandom", "\"percentage\": \"-1\"", "which is no whole percentage"),
                argumentSet("Arabic", "flexibleRollout", "\"rollout\": \"١٠٠\"", "which is no whole percentage"),
                argumentSet("no percentage", "flexibleRollout", "", "has no \"rollout\""),
                argumentSet("no group", "gradualRolloutUserId", "\"percentage\": \"10\"", "has no \"groupId\""),
                argumentSet("host", "applicationHostname", "\"hostNames\": \"a\"", "asks for the host"),
                argumentSet("custom", "myOwn", "", "is a custom one"));
    }

    @ParameterizedTest
    @MethodSource("neverTrue")
    void aStrategyThatIsNeverTrueHereIsARuleSwitchedOff(String strategy, String parameters, String reason) {
        String json = strategies("{\"name\": \"" + strategy + "\", \"parameters\": {" + parameters + "}}");

        ConvertedFlag flag = flag(json);

        assertThat(flag.status()).isEqualTo(ConversionStatus.CHANGED);
        assertThat(flag.notes())
                .singleElement()
                .asString()
                .startsWith("Rule \"" + strategy + " 1\" is switched off. The Unleash strategy ")
                .contains(reason);
        assertThat(rule(flag).enabled()).isFalse();
        assertThat(rule(flag).note()).contains(reason);
        assertThat(definition(flag).enabled()).isTrue();
        assertThat(served(compiled(json), "userId", "1")).isEqualTo("off");
    }

    @Test
    void aDisabledStrategyIsARuleSwitchedOffAndNothingElse() {
        String json = strategies("{\"name\": \"default\", \"disabled\": true}");

        assertThat(flag(json).status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(served(compiled(json))).isEqualTo("off");
    }

    @Test
    void anEmptyGroupCannotBeSaid() {
        ConvertedFlag flag = flag(
                strategies("{\"name\": \"flexibleRollout\", \"parameters\": {\"rollout\": \"5\", \"groupId\": \"\"}}"));

        assertThat(flag.notes())
                .containsExactly(
                        "Rule \"flexibleRollout 1\" had an empty group; the flag's key is its group now, so it may"
                                + " choose others.");
    }

    @Test
    void aRolloutToAllByAnAttributeLeavesOutWhoLacksIt() {
        FlagSet flags = compiled(
                strategies("{\"name\": \"flexibleRollout\", \"parameters\": {\"rollout\": \"100\", \"stickiness\":"
                        + " \"customerId\"}}"));

        assertThat(served(flags, "customerId", "1")).isEqualTo("on");
        assertThat(served(flags, "userId", "1")).isEqualTo("off");
    }

    @Test
    void listsAreTrimmed() {
        ConvertedFlag flag = flag(strategies(
                "{\"name\": \"userWithId\", \"parameters\": {\"userIds\": \" 1 ,2,, x y \"}}",
                "{\"name\": \"remoteAddress\", \"parameters\": {\"IPs\": \"10.0.0.0/8, ::1\"}}"));

        assertThat(flag.status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(definition(flag).rules())
                .extracting(rule -> rule.condition())
                .containsExactly(
                        Comparison.of("userId", Operator.IN, "1", "2", "x y"),
                        Comparison.of("remoteAddress", Operator.IN_CIDR, "10.0.0.0/8", "::1"));
    }

    @Test
    void whatIsNoAddressIsLeftOut() {
        ConvertedFlag flag =
                flag(strategies("{\"name\": \"remoteAddress\", \"parameters\": {\"IPs\": \"10.0.0.1, localhost\"}}"));

        assertThat(flag.notes())
                .containsExactly("\"localhost\" is left out: it is neither an IP address nor a CIDR block.");
        assertThat(rule(flag).condition()).isEqualTo(Comparison.of("remoteAddress", Operator.IN_CIDR, "10.0.0.1"));
    }

    static Stream<Arguments> constraints() {
        return Stream.of(
                argumentSet(
                        "values",
                        "\"operator\": \"IN\", \"values\": [\"1\", \"2\"], \"inverted\": true, \"caseInsensitive\":"
                                + " true",
                        new Comparison("a", Operator.IN, List.of("1", "2"), true, false)),
                argumentSet(
                        "texts in any case",
                        "\"operator\": \"STR_ENDS_WITH\", \"values\": [\"X\"], \"caseInsensitive\": true",
                        new Comparison("a", Operator.STR_ENDS_WITH, List.of("X"), false, true)),
                argumentSet(
                        "one value beside empty values",
                        "\"operator\": \"NUM_GTE\", \"values\": [], \"value\": \"20\"",
                        Comparison.of("a", Operator.NUM_GTE, "20")),
                argumentSet(
                        "date",
                        "\"operator\": \"DATE_AFTER\", \"value\": \"2026-01-01T00:00:00.000Z\"",
                        Comparison.of("a", Operator.DATE_AFTER, "2026-01-01T00:00:00.000Z")),
                argumentSet(
                        "pattern in any case",
                        "\"operator\": \"REGEX\", \"value\": \"^x\", \"caseInsensitive\": true",
                        Comparison.of("a", Operator.REGEX, "(?i)^x")));
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void constraintsAreTakenAsTheyAre(String constraint, ConditionDefinition condition) {
        ConvertedFlag flag = flag(constrained(constraint));

        assertThat(flag.status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(rule(flag).condition()).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"operator\": \"NUM_GT\", \"value\": \"many\"",
                "\"operator\": \"NUM_GT\"",
                "\"operator\": \"DATE_AFTER\", \"value\": \"tomorrow\"",
                "\"operator\": \"DATE_AFTER\", \"value\": \"2026-01-01T00:00Z\"",
                "\"operator\": \"DATE_BEFORE\", \"value\": \"2026-01-01T00:00:00.1Z\"",
                "\"operator\": \"NUM_LT\", \"value\": \".5\"",
                "\"operator\": \"NUM_LT\", \"value\": \"1e400\"",
                "\"operator\": \"SEMVER_EQ\", \"value\": \"v1.2.3\", \"inverted\": true",
                "\"operator\": \"REGEX\", \"value\": \"(open\""
            })
    void aConstraintWithAnUnfitValueNeverHolds(String constraint) {
        ConvertedFlag flag = flag(constrained(constraint));

        assertThat(flag.status()).isEqualTo(ConversionStatus.CHANGED);
        assertThat(flag.notes()).singleElement().asString().startsWith("The constraint on \"a\" never holds: ");
        assertThat(served(compiled(constrained(constraint)), "a", "1")).isEqualTo("off");
    }

    @Test
    void aConstraintWithoutANameAnswersAsForAMissingValue() {
        String in = "\"strategies\": [{\"name\": \"default\", \"constraints\":"
                + " [{\"contextName\": \"\", \"operator\": \"%s\", \"values\": [\"1\"]}]}]";

        assertThat(served(compiled(in.formatted("IN")))).isEqualTo("off");
        assertThat(served(compiled(in.formatted("NOT_IN")))).isEqualTo("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IS_BLUE", "EXISTS", "in"})
    void anUnknownOperatorSwitchesTheWholeFlagOff(String operator) {
        ConvertedFlag flag = flag(strategies(
                "{\"name\": \"default\", \"constraints\": [{\"contextName\": \"a\", \"operator\": \"" + operator
                        + "\"}]}",
                "{\"name\": \"default\"}"));

        assertThat(flag.status()).isEqualTo(ConversionStatus.CHANGED);
        assertThat(definition(flag).enabled()).isFalse();
        assertThat(definition(flag).rules()).extracting(rule -> rule.enabled()).containsExactly(false, true);
        assertThat(flag.notes())
                .containsExactly(
                        "The constraint on \"a\" has an unknown operator, \"" + operator + "\".",
                        "Rule \"default 1\" is switched off. The Unleash strategy has a constraint whose operator is"
                                + " unknown.",
                        "Unleash disables a feature it cannot fully parse, so the flag is switched off.");
    }

    @Test
    void segmentsAndConstraintsMustAllHold() {
        UnleashConversion form = UnleashConversion.of(
                FeaturesDocumentReader.read(
                        """
                {"version": 2, "segments": [
                  {"id": 1, "name": "Swedes", "constraints": [{"contextName": "country", "operator": "IN", "values": ["SE"]}]},
                  {"id": 2, "constraints": []}],
                 "features": [{"name": "f", "enabled": true, "strategies": [{"name": "default", "segments": [1, 2],
                  "constraints": [{"contextName": "plan", "operator": "IN", "values": ["pro"]}]}]}]}
                """));

        assertThat(form.segments()).extracting(ConvertedSegment::key).containsExactly("unleash-1", "unleash-2");
        assertThat(form.segments()).extracting(ConvertedSegment::name).containsExactly("Swedes", "Unleash segment 2");
        assertThat(rule(flag(form)).condition())
                .isEqualTo(new All(List.of(
                        Comparison.of("plan", Operator.IN, "pro"),
                        new InSegment("unleash-1"),
                        new InSegment("unleash-2"))));
        assertThat(flag(form).status()).isEqualTo(ConversionStatus.TAKEN);
        assertThat(served(compiled(form), "plan", "pro", "country", "SE")).isEqualTo("on");
        assertThat(served(compiled(form), "plan", "pro")).isEqualTo("off");
    }

    @Test
    void aMissingSegmentSwitchesTheWholeFlagOff() {
        ConvertedFlag flag = flag(strategies("{\"name\": \"default\", \"segments\": [9]}", "{\"name\": \"default\"}"));

        assertThat(definition(flag).enabled()).isFalse();
        assertThat(flag.notes())
                .contains("Rule \"default 1\" is switched off. The Unleash strategy needs segment 9, which is not"
                        + " there.");
    }

    @Test
    void aSegmentThatIsNotUnderstoodIsLostAndItsFlagsAreOff() {
        UnleashConversion form = UnleashConversion.of(
                FeaturesDocumentReader.read(
                        """
                {"version": 2, "segments": [{"id": 1, "constraints": [{"contextName": "a", "operator": "NEW"}]}],
                 "features": [{"name": "f", "enabled": true, "strategies": [{"name": "default", "segments": [1]}]}]}
                """));

        assertThat(form.segments()).singleElement().satisfies(segment -> assertThat(segment.status())
                .isEqualTo(ConversionStatus.LOST));
        assertThat(definition(flag(form)).enabled()).isFalse();
    }

    /** Buckets of Unleash's normalizedValue: {@code gr1:123} is 73 of 100, {@code groupX:999} is 25. */
    static Stream<Arguments> buckets() {
        return Stream.of(
                argumentSet("just outside", "gr1", "123", 72, "off"),
                argumentSet("just inside", "gr1", "123", 73, "on"),
                argumentSet("just outside, unsigned", "groupX", "999", 24, "off"),
                argumentSet("just inside, unsigned", "groupX", "999", 25, "on"),
                argumentSet("just outside, not ASCII", "g", "é", 33, "off"),
                argumentSet("just inside, not ASCII", "g", "é", 34, "on"));
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void aRolloutChoosesWhomUnleashChose(String group, String user, int percent, String variant) {
        FlagSet flags = compiled(strategies("{\"name\": \"flexibleRollout\", \"parameters\": {\"rollout\": " + percent
                + ", \"groupId\": \"" + group + "\"}}"));

        assertThat(served(flags, "userId", user)).isEqualTo(variant);
    }

    @Test
    void moreRulesThanTheEngineTakesAreALoss() {
        String[] many =
                Stream.generate(() -> "{\"name\": \"default\"}").limit(101).toArray(String[]::new);

        ConvertedFlag flag = flag(converted(feature(strategies(many))));

        assertThat(flag.status()).isEqualTo(ConversionStatus.LOST);
        assertThat(flag.notes()).singleElement().asString().contains("at most 100 rules");
    }

    private static String constrained(String constraint) {
        return strategies("{\"name\": \"default\", \"constraints\": [{\"contextName\": \"a\", " + constraint + "}]}");
    }
}
