package dev.jackstaff.protocols.unleash.compiler;

import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.feature;
import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.features;
import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.strategies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.conversion.ConvertedFlag;
import dev.jackstaff.protocols.unleash.conversion.UnleashConversion;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strategies, constraints and segments in cases that the client specification leaves open. */
class FeaturesDocumentCompilerTest {
    private static final String BROKEN = "{\"name\": \"default\", \"segments\": [9]}";
    private static final String USER_7 = "{\"name\": \"userWithId\", \"parameters\": {\"userIds\": \"7, 8\"}}";

    @Test
    void aFeatureWithoutStrategiesIsOnForEverybody() {
        Evaluation answer = compiled(strategies()).evaluate("f", context());

        assertThat(answer.enabled()).isTrue();
        assertThat(answer.reason()).isEqualTo(Reason.STATIC);
    }

    @Test
    void aMissingSegmentBreaksItsStrategyAlone() {
        FlagSet flags = compiled(strategies(BROKEN, USER_7));

        assertThat(on(flags, "userId", "8")).isTrue();
        assertThat(on(flags, "userId", "9")).isFalse();
        assertThat(flags.problems())
                .containsExactly(new CompilationProblem("f", "strategy 1", "segment 9 is not in the document"));
    }

    static Stream<Arguments> undecidable() {
        return Stream.of(
                argumentSet("missing segment", BROKEN, "segment 9 is not in the document"),
                argumentSet("unknown operator", constrained("SOUNDS_LIKE", "1"), "unknown operator \"SOUNDS_LIKE\""),
                argumentSet("operator of ours", constrained("EXISTS", "1"), "unknown operator \"EXISTS\""),
                argumentSet(
                        "custom strategy",
                        "{\"name\": \"tenants\"}",
                        "strategy \"tenants\" is a custom one, which only an application can decide"),
                argumentSet(
                        "host name",
                        "{\"name\": \"applicationHostname\", \"parameters\": {\"hostNames\": \"a\"}}",
                        "asks for the host that an application runs on, which is not known here"),
                argumentSet("no number", constrained("NUM_EQ", "ten"), "not a number: \"ten\""),
                argumentSet("a leading v", constrained("SEMVER_GT", "v1.2.3"), "not a semantic version: \"v1.2.3\""),
                argumentSet("two numbers", constrained("SEMVER_GT", "1.2"), "not a semantic version: \"1.2\""),
                argumentSet(
                        "a date without offset",
                        constrained("DATE_AFTER", "2026-01-01T00:00:00"),
                        "not a date and time with seconds and offset, such as 2026-01-31T12:00:00.000Z:"
                                + " \"2026-01-01T00:00:00\""),
                argumentSet(
                        "a date that only contexts may have",
                        constrained("DATE_AFTER", "2026-01-01 00:00:00Z"),
                        "not a date and time with seconds and offset, such as 2026-01-31T12:00:00.000Z:"
                                + " \"2026-01-01 00:00:00Z\""),
                argumentSet(
                        "a fraction of one digit",
                        constrained("DATE_BEFORE", "2026-01-01T00:00:00.1Z"),
                        "not a date and time with seconds and offset, such as 2026-01-31T12:00:00.000Z:"
                                + " \"2026-01-01T00:00:00.1Z\""),
                argumentSet("a point at the start", constrained("NUM_GT", ".5"), "not a number: \".5\""),
                argumentSet("infinity by name", constrained("NUM_LT", "Infinity"), "not a number: \"Infinity\""),
                argumentSet(
                        "a look-ahead",
                        constrained("REGEX", "(?=a)"),
                        "not a regular expression of RE2: \"(?=a)\" (invalid or unsupported Perl syntax)"),
                argumentSet("no value", constraint("NUM_EQ", "\"values\": [\"1\"]"), "NUM_EQ needs a value"),
                argumentSet("no percentage", rollout(""), "parameter \"rollout\" is missing"),
                argumentSet(
                        "half a percent",
                        rollout("\"rollout\": \"0.5\""),
                        "parameter \"rollout\" is no whole percentage: \"0.5\""),
                argumentSet(
                        "less than nothing",
                        rollout("\"rollout\": \"-1\""),
                        "parameter \"rollout\" is no whole percentage: \"-1\""),
                argumentSet(
                        "Arabic digits",
                        rollout("\"rollout\": \"١٠٠\""),
                        "parameter \"rollout\" is no whole percentage: \"١٠٠\""),
                argumentSet(
                        "a sign",
                        rollout("\"rollout\": \"+50\""),
                        "parameter \"rollout\" is no whole percentage: \"+50\""),
                argumentSet(
                        "gradual without group",
                        "{\"name\": \"gradualRolloutUserId\", \"parameters\": {\"percentage\": \"100\"}}",
                        "parameter \"groupId\" is missing"),
                argumentSet(
                        "random without percentage",
                        "{\"name\": \"gradualRolloutRandom\"}",
                        "parameter \"percentage\" is missing"));
    }

    @ParameterizedTest
    @MethodSource("undecidable")
    void whatCannotBeDecidedIsNeverTrueAndReported(String strategy, String reason) {
        FlagSet flags = compiled(strategies(strategy));

        Evaluation answer = flags.evaluate("f", context("userId", "1", "x", "9.9.9"));

        assertThat(answer.enabled()).isFalse();
        assertThat(answer.reason()).isEqualTo(Reason.DEFAULT);
        assertThat(flags.problems()).containsExactly(new CompilationProblem("f", "strategy 1", reason));
    }

    @Test
    void anOperandThatCannotBeReadNeverHoldsInvertedNeither() {
        FlagSet flags = compiled(strategies(constraint("SEMVER_GT", "\"value\": \"v1.2.3\", \"inverted\": true")));

        assertThat(on(flags, "x", "1.0.0")).isFalse();
    }

    @Test
    void strategiesThatAreDisabledAreNotNoStrategies() {
        FlagSet flags = compiled(strategies("{\"name\": \"default\", \"disabled\": true}"));

        assertThat(on(flags)).isFalse();
        assertThat(flags.problems()).isEmpty();
    }

    @Test
    void aBrokenSegmentIsReportedWhereItIsUsed() {
        FlagSet flags = FeaturesDocumentCompiler.compile(
                FeaturesDocumentReader.read("{\"version\": 2, \"features\": [" + feature(strategies(BROKEN))
                        + "], \"segments\": [{\"id\": 9, \"constraints\": ["
                        + "{\"contextName\": \"x\", \"operator\": \"NEW\"}]}]}"));

        assertThat(on(flags)).isFalse();
        assertThat(flags.problems())
                .containsExactly(new CompilationProblem("f", "strategy 1", "segment 9: unknown operator \"NEW\""));
    }

    @Test
    void segmentsOfAFeatureItselfAreIgnored() {
        assertThat(on(compiled("\"segments\": [9]", strategies("{\"name\": \"default\"}"))))
                .isTrue();
    }

    static Stream<Arguments> held() {
        return Stream.of(
                argumentSet("POSIX class", constrained("REGEX", "^[[:alpha:]]+$"), "abc", true),
                argumentSet("anywhere", constrained("REGEX", "b"), "abc", true),
                argumentSet(
                        "pattern in any case",
                        constraint("REGEX", "\"value\": \"B\", \"caseInsensitive\": true"),
                        "abc",
                        true),
                argumentSet("later label", constrained("SEMVER_GT", "1.2.3-beta.10"), "1.2.3-rc.2", true),
                argumentSet("numeric label", constrained("SEMVER_GT", "1.2.3-beta.2"), "1.2.3-beta.10", true),
                argumentSet("build", constrained("SEMVER_EQ", "1.2.3+a"), "1.2.3+b", true),
                argumentSet(
                        "instant", constrained("DATE_AFTER", "2026-01-01T00:00:00Z"), "2026-01-01T00:00:00Z", false),
                argumentSet(
                        "offset", constrained("DATE_AFTER", "2026-01-01T00:00:00Z"), "2026-01-01T00:00:00-01:00", true),
                argumentSet(
                        "millis", constrained("DATE_BEFORE", "2026-01-01T00:00:00.001Z"), "2026-01-01T00:00:00Z", true),
                argumentSet("text of a number", constrained("NUM_GTE", "10"), "10.0", true),
                argumentSet("no number", constrained("NUM_GTE", "10"), "many", false),
                argumentSet(
                        "no number, inverted",
                        constraint("NUM_GTE", "\"value\": \"10\", \"inverted\": true"),
                        "many",
                        true),
                argumentSet("infinity by name", constrained("NUM_GT", "5"), "inf", true),
                argumentSet("less than infinity", constrained("NUM_LT", "5"), "-Infinity", true),
                argumentSet("too large a text", constrained("NUM_GTE", "5"), "1e400", true),
                argumentSet("infinity is not less", constrained("NUM_LTE", "5"), "1e400", false),
                argumentSet("too large an operand", constrained("NUM_LT", "1e400"), "5", true),
                argumentSet("nothing equals infinity", constrained("NUM_EQ", "1e400"), "1e400", false),
                argumentSet("space around a number", constrained("NUM_GT", " 5\\t"), "6", true),
                argumentSet("a point at the end", constrained("NUM_GT", "5."), "6", true),
                argumentSet(
                        "a space in a date",
                        constrained("DATE_AFTER", "2024-06-01T00:00:00.000Z"),
                        "2024-07-01 00:00:00+00:00",
                        true),
                argumentSet(
                        "an offset without a colon",
                        constrained("DATE_AFTER", "2024-06-01T00:00:00.000Z"),
                        "2024-07-01T00:00:00+0000",
                        true),
                argumentSet(
                        "a date without seconds",
                        constrained("DATE_AFTER", "2024-06-01T00:00:00.000Z"),
                        "2024-07-01T00:00Z",
                        false),
                argumentSet(
                        "an octal address", constraint("IN_CIDR", "\"values\": [\"10.0.0.0/8\"]"), "010.1.1.1", false),
                argumentSet("no list", constraint("NOT_IN", "\"values\": []"), "1", true),
                argumentSet("not not", constraint("NOT_IN", "\"values\": [\"1\"], \"inverted\": true"), "1", true),
                argumentSet(
                        "junk among networks",
                        constraint("IN_CIDR", "\"values\": [\"junk\", \"10.0.0.0/8\"]"),
                        "10.1.2.3",
                        true),
                argumentSet("other family", constraint("IN_CIDR", "\"values\": [\"0.0.0.0/0\"]"), "::1", false),
                argumentSet(
                        "text in any case",
                        constraint("STR_ENDS_WITH", "\"values\": [\"É\"], \"caseInsensitive\": true"),
                        "café",
                        true));
    }

    @ParameterizedTest
    @MethodSource("held")
    void constraintsHoldAsSpecified(String strategy, String value, boolean expected) {
        FlagSet flags = compiled(strategies(strategy));

        assertThat(flags.problems()).isEmpty();
        assertThat(on(flags, "x", value)).isEqualTo(expected);
    }

    @Test
    void onlyTheCurrentTimeHasADefault() {
        String after = "\"constraints\": [{\"contextName\": \"%s\", \"operator\": \"DATE_AFTER\","
                + " \"value\": \"2020-01-01T00:00:00Z\"}]";
        String strategy = "{\"name\": \"default\", " + after + "}";

        assertThat(on(compiled(strategies(strategy.formatted("currentTime"))))).isTrue();
        assertThat(on(compiled(strategies(strategy.formatted("birthday"))))).isFalse();
    }

    @Test
    void aRolloutToNobodyLeavesOutTheFirstBucketToo() {
        String first = Stream.iterate(1, i -> i + 1)
                .map(i -> "u" + i)
                .filter(id -> on(compiled(strategies(sticky(1, "g", "userId"))), "userId", id))
                .findFirst()
                .orElseThrow();

        assertThat(on(compiled(strategies(sticky(0, "g", "userId"))), "userId", first))
                .isFalse();
    }

    static Stream<Arguments> buckets() {
        return Stream.of(
                argumentSet("gr1:123", "gr1", "123", 73),
                argumentSet("an unsigned hash", "groupX", "999", 25),
                argumentSet("two-byte characters", "g", "é", 34),
                argumentSet("three-byte characters", "g", "日本", 37),
                argumentSet("worked example, off at 50", "Feature.flexible.rollout.custom.stickiness_50", "402", 55),
                argumentSet("worked example, on at 50", "Feature.flexible.rollout.custom.stickiness_50", "388", 10));
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void rolloutsBeginAtTheReferencesBucket(String group, String id, int bucket) {
        assertThat(on(compiled(strategies(sticky(bucket, group, "any"))), "any", id))
                .isTrue();
        assertThat(on(compiled(strategies(sticky(bucket - 1, group, "any"))), "any", id))
                .isFalse();
    }

    @Test
    void anEmptyGroupIsAGroup() {
        FlagSet flags = compiled(strategies(sticky(50, "", "userId"), "{\"name\": \"default\", \"segments\": [9]}"));
        FlagSet named = compiled(strategies(sticky(50, "f", "userId")));

        assertThat(Stream.iterate(0, i -> i + 1).limit(200))
                .anyMatch(i -> on(flags, "userId", "u" + i) != on(named, "userId", "u" + i));
    }

    @Test
    void aRolloutToAllLeavesOutWhoLacksWhatDecides() {
        FlagSet flags = compiled(strategies(sticky(100, "g", "company")));

        assertThat(on(flags, "company", "1")).isTrue();
        assertThat(on(flags, "userId", "1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 99, 100})
    void randomRolloutsAreFairAndHoldAtTheEnds(int percent) {
        FlagSet flags = compiled(strategies(
                "{\"name\": \"gradualRolloutRandom\", \"parameters\": {\"percentage\": \"" + percent + "\"}}"));

        long on = Stream.iterate(1, i -> i + 1)
                .limit(9_999)
                .filter(i -> flags.evaluate(
                                "f", EvaluationContext.builder().randomId(i).build())
                        .enabled())
                .count();

        assertThat(on).isBetween(percent == 100 ? 9_999L : percent * 85L, percent * 115L);
    }

    @Test
    void chanceIsDrawnOncePerRequest() {
        String parent = "{\"name\": \"p\", \"enabled\": true, " + strategies(sticky(50, "shared", "default")) + "}";
        String child = feature("\"dependencies\": [{\"feature\": \"p\"}]", strategies(sticky(50, "shared", "default")));
        FlagSet flags = FeaturesDocumentCompiler.compile(FeaturesDocumentReader.read(features(parent, child)));

        for (int i = 0; i < 100; i++) {
            EvaluationContext context = context();
            assertThat(flags.evaluate("f", context).enabled())
                    .isEqualTo(flags.evaluate("p", context).enabled());
        }
    }

    @Test
    void theTargetingKeyIsAskedWhereThereIsNoUser() {
        assertThat(on(compiled(strategies(USER_7)), "targetingKey", "7")).isTrue();
    }

    @Test
    void weightsBeyondAllMeasureBreakTheFlag() {
        String heavy = "{\"name\": \"%s\", \"weight\": 2147483647}";
        FlagSet flags =
                compiled("\"variants\": [" + heavy.formatted("a") + "," + heavy.formatted("b") + "]", strategies());

        Evaluation answer = flags.evaluate("f", context());

        assertThat(answer.errorCode()).isEqualTo(ErrorCode.PARSE_ERROR);
        assertThat(answer.enabled()).isFalse();
        assertThat(flags.problems())
                .containsExactly(new CompilationProblem(
                        "f", "", "the weights of a split must add up to 1..2147483647, not 4294967294"));
    }

    @Test
    void foreignTextIsLegibleInProblemsAndExplanations() {
        String raw = "\\u001b[31m\\n" + "x".repeat(5_000);
        String constraint = "{\"contextName\": \"" + raw + "\", \"operator\": \"STR_CONTAINS\", \"values\": [\"" + raw
                + "\"], \"inverted\": true}";
        String sticky = rollout("\"rollout\": \"1\", \"stickiness\": \"" + raw + "\", \"groupId\": \"g\"");
        String variant = "\"variants\": [{\"name\": \"" + raw
                + "\", \"weight\": 1, \"overrides\": [{\"contextName\": \"a\"," + " \"values\": [\"1\"]}]}]";
        String titled = "{\"name\": \"default\", \"title\": \"" + raw + "\", \"segments\": [1], \"constraints\": ["
                + constraint + "]}";
        String orphan = "{\"name\": \"o\", \"enabled\": true, \"dependencies\": [{\"feature\": \"" + raw + "\"}]}";
        FeaturesDocument document = FeaturesDocumentReader.read("{\"version\": 2, \"features\": ["
                + feature(strategies(sticky, "{\"name\": \"" + raw + "\"}", constrained(raw, "1"), titled), variant)
                + ", " + orphan + "], \"segments\": [{\"id\": 1, \"name\": \"" + raw + "\", \"constraints\": []}]}");
        FlagSet flags = FeaturesDocumentCompiler.compile(document);

        assertThat(flags.problems()).hasSize(3).allSatisfy(problem -> assertThat(problem.message())
                .hasSizeLessThan(2_100)
                .doesNotContain("\n", "\u001b"));
        assertThat(UnleashConversion.of(document).flags())
                .flatExtracting(ConvertedFlag::notes)
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note).hasSizeLessThan(1_100).doesNotContain("\n", "\u001b"));
        assertThat(ExplanationTexts.texts(flags.explain("f", context())))
                .contains("not")
                .anyMatch(text -> text.startsWith("segment \ufffd[31m"))
                .anyMatch(text -> text.startsWith("\ufffd[31m"))
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(1_100).doesNotContain("\n", "\u001b"));
    }

    private static FlagSet compiled(String... members) {
        return FeaturesDocumentCompiler.compile(FeaturesDocumentReader.read(features(feature(members))));
    }

    private static String constrained(String operator, String value) {
        return constraint(operator, "\"value\": \"" + value + "\"");
    }

    private static String constraint(String operator, String operand) {
        return "{\"name\": \"default\", \"constraints\": [{\"contextName\": \"x\", \"operator\": \"" + operator + "\", "
                + operand + "}]}";
    }

    private static String rollout(String parameters) {
        return "{\"name\": \"flexibleRollout\", \"parameters\": {" + parameters + "}}";
    }

    private static String sticky(int percent, String group, String stickiness) {
        return rollout(String.format(
                Locale.ROOT,
                "\"rollout\": \"%d\", \"groupId\": \"%s\", \"stickiness\": \"%s\"",
                percent,
                group,
                stickiness));
    }

    private static boolean on(FlagSet flags, String... attributes) {
        return flags.evaluate("f", context(attributes)).enabled();
    }

    private static EvaluationContext context(String... attributes) {
        EvaluationContext.Builder context = EvaluationContext.builder();
        for (int i = 0; i < attributes.length; i += 2) {
            context.attribute(attributes[i], attributes[i + 1]);
        }
        return context.build();
    }
}
