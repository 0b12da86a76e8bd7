package dev.jackstaff.engine.snapshot;

import static dev.jackstaff.engine.snapshot.FlagFixtures.ON;
import static dev.jackstaff.engine.snapshot.FlagFixtures.aFlag;
import static dev.jackstaff.engine.snapshot.FlagFixtures.contextWith;
import static dev.jackstaff.engine.snapshot.FlagFixtures.variantOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.condition.RegularExpression;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too much is refused with a message, or answered in bounded time. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SnapshotLimitsTest {
    private static final EvaluationContext NOBODY = EvaluationContext.builder().build();

    @Test
    void aCircleOfTenThousandFlagsIsRefusedWhole() {
        List<FlagDefinition> flags = IntStream.range(0, 10_000)
                .mapToObj(i -> aFlag("f" + i).needing("f" + (i + 1) % 10_000).build())
                .toList();

        FlagSet compiled = SnapshotCompiler.compile(flags, List.of());

        assertThat(compiled.problems()).hasSize(10_000).allSatisfy(problem -> assertThat(problem.reason())
                .startsWith("a cycle: "));
        assertThat(compiled.evaluate("f77", NOBODY).errorCode()).isEqualTo(ErrorCode.PARSE_ERROR);
    }

    @Test
    void ofAChainOfTenThousandFlagsOnlyItsBeginningIsCompiledWhateverTheOrder() {
        List<FlagDefinition> flags = new ArrayList<>();
        flags.add(aFlag("f0").otherwise(ON).build());
        for (int i = 1; i < 10_000; i++) {
            flags.add(aFlag("f" + i).needing("f" + (i - 1)).otherwise(ON).build());
        }
        FlagSet forwards = SnapshotCompiler.compile(flags, List.of());
        Collections.reverse(flags);
        FlagSet backwards = SnapshotCompiler.compile(flags, List.of());

        assertThat(variantOf(forwards.evaluate("f31", NOBODY))).isEqualTo("on");
        assertThat(forwards.evaluate("f32", NOBODY).errorDetails()).contains("a chain of more than 32 flags");
        assertThat(forwards.evaluate("f33", NOBODY).errorDetails()).contains("broken prerequisite \"f32\"");
        assertThat(backwards.problems()).containsExactlyInAnyOrderElementsOf(forwards.problems());
    }

    @Test
    void tenThousandFlagsAreAnsweredAtOnce() {
        List<FlagDefinition> flags = IntStream.range(0, 10_000)
                .mapToObj(i -> aFlag("f" + i)
                        .when(Comparison.of("country", Operator.IN, "SE"), ON)
                        .build())
                .toList();

        FlagSet compiled = SnapshotCompiler.compile(flags, List.of());

        assertThat(compiled.evaluateAll(contextWith("country", "SE")))
                .hasSize(10_000)
                .allSatisfy(answer -> assertThat(answer.enabled()).isTrue());
    }

    @Test
    void aFlagHasAtMostAHundredRules() {
        FlagFixtures.FlagBuilder full = aFlag("full");
        IntStream.range(0, 100).forEach(i -> full.when(Comparison.of("n", Operator.IN, "" + i), ON));
        FlagFixtures.FlagBuilder overfull = aFlag("overfull");
        IntStream.range(0, 101).forEach(i -> overfull.when(Comparison.of("n", Operator.IN, "" + i), ON));

        FlagSet compiled = SnapshotCompiler.compile(List.of(full.build(), overfull.build()), List.of());

        assertThat(variantOf(compiled.evaluate("full", contextWith("n", 99)))).isEqualTo("on");
        assertThat(compiled.problems())
                .containsExactly(new CompilationProblem("overfull", "rules", "a flag must have at most 100 rules"));
    }

    @Test
    void aSegmentMayListAMillionIds() {
        List<String> ids =
                IntStream.range(0, 1_000_000).mapToObj(i -> "user-" + i).toList();
        SegmentDefinition segment =
                new SegmentDefinition("million", new Comparison("userId", Operator.IN, ids, false, false));
        FlagDefinition flag = aFlag("f")
                .when(new ConditionDefinition.InSegment("million"), ON)
                .build();
        Snapshot snapshot = new Snapshot("p", "e", "id", 1, Instant.EPOCH, List.of(flag), List.of(segment), List.of());

        FlagSet compiled = SnapshotCompiler.compile(SnapshotReader.read(SnapshotWriter.write(snapshot)));

        assertThat(variantOf(compiled.evaluate("f", contextWith("userId", "user-0"))))
                .isEqualTo("on");
        assertThat(variantOf(compiled.evaluate("f", contextWith("userId", "user-999999"))))
                .isEqualTo("on");
        assertThat(variantOf(compiled.evaluate("f", contextWith("userId", "user-1000000"))))
                .isEqualTo("off");
    }

    @Test
    void aValueMayHaveTenMegabytes() {
        String large = "é".repeat(5_000_000);
        FlagDefinition flag = new FlagDefinition(
                "f",
                ValueType.STRING,
                true,
                false,
                List.of(new VariantDefinition("large", Value.of(large))),
                null,
                new Serve("large"),
                List.of(),
                List.of(),
                FlagDefinition.NATIVE_BUCKETING);
        Snapshot snapshot = new Snapshot("p", "e", "id", 1, Instant.EPOCH, List.of(flag), List.of(), List.of());

        FlagSet compiled = SnapshotCompiler.compile(SnapshotReader.read(SnapshotWriter.write(snapshot)));

        assertThat(compiled.evaluate("f", NOBODY).variant())
                .satisfies(variant -> assertThat(variant.value().text()).isEqualTo(large));
    }

    static Stream<Arguments> patternsMeantToHang() {
        return Stream.of(
                argumentSet("nested repetition", "^(a+)+$", "a".repeat(9_999) + "!"),
                argumentSet("alternatives that overlap", "^(a|a|aa)*b$", "a".repeat(10_000)),
                argumentSet("repetition of any", "(.*)(.*)(.*)(.*)(.*)(.*)x", "y".repeat(10_000)),
                argumentSet("counted repetition", "(a?){500}a{500}b", "a".repeat(10_000)),
                argumentSet("a text too long to be searched", "a", "a".repeat(10_001)));
    }

    @ParameterizedTest
    @MethodSource("patternsMeantToHang")
    void aPatternMeantToHangDoesNotMatchInBoundedTime(String pattern, String text) {
        FlagFixtures.FlagBuilder flag = aFlag("f").when(Comparison.of("x", Operator.REGEX, pattern), ON);

        assertThat(variantOf(FlagFixtures.evaluate(flag, contextWith("x", text))))
                .isEqualTo("off");
    }

    @Test
    void aLargePatternSearchesShorterTexts() {
        RegularExpression large = RegularExpression.compile("(a?){500}a{500}", false);

        assertThat(large.maxTextLength()).isEqualTo(666);
        assertThat(large.matchesIn("a".repeat(666))).isTrue();
        assertThat(large.matchesIn("a".repeat(667))).isFalse();
        assertThat(RegularExpression.compile("a", false).maxTextLength()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u1c80",
                "a[\u1c88]",
                "[a-\ua64f]",
                "[\\x{1c7f}-\\x{1c80}]",
                "[\\x20-\\x{1C81}]",
                "\\x{1c85}",
                "[\\041-\uffff]"
            })
    void aPatternThatWouldBeFoldedForEverIsRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegularExpression.compile(expression, true))
                .withMessageContaining("U+1C80");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegularExpression.compile("x(?si:" + expression + ")", false));
        assertThat(RegularExpression.compile(expression, false).matchesIn("\u1c80\u1c85a\u1c88"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z]-\u0432",
                "[^\u0400-\u04ff]|\u0432",
                "\\p{L}+",
                "\\x{432}",
                "[\\x00-\\x{10ffff}]",
                "(?i)\\Q-\\E\u0412"
            })
    void otherPatternsFoldAsEver(String expression) {
        assertThat(RegularExpression.compile(expression, true).matchesIn("Q-\u0432"))
                .isTrue();
    }

    @Test
    void patternsThatWouldTakeSecondsTogetherAreRefused() {
        FlagFixtures.FlagBuilder flag = aFlag("f");
        IntStream.range(0, 10).forEach(i -> flag.when(Comparison.of("x", Operator.REGEX, "(a?){999}a{9}"), ON));

        assertThat(SnapshotCompiler.compile(List.of(flag.build()), List.of()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason())
                        .startsWith("evaluating the flag takes up to ")
                        .contains("at most 100000 are allowed"));
    }

    @Test
    void aLongSegmentIsNotAskedTooOften() {
        ConditionDefinition many =
                new ConditionDefinition.Any(Collections.nCopies(20_000, Comparison.of("country", Operator.IN, "SE")));
        SegmentDefinition segment = new SegmentDefinition("long", many);
        FlagFixtures.FlagBuilder four = aFlag("four");
        IntStream.range(0, 4).forEach(i -> four.when(new ConditionDefinition.InSegment("long"), ON));
        FlagDefinition child = aFlag("child")
                .needing("four")
                .when(new ConditionDefinition.InSegment("long"), ON)
                .build();

        FlagSet compiled = SnapshotCompiler.compile(List.of(four.build(), child), List.of(segment));

        assertThat(compiled.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.flag()).isEqualTo("child");
            assertThat(problem.reason()).contains("its segments and parents included");
        });
    }

    /** {@code Aa} and {@code BB} have the same hash, and so has any row of as many of them. */
    @Test
    void textsMeantToCollideAreListedLikeOthers() {
        List<String> same = IntStream.range(0, 1 << 15)
                .mapToObj(i -> String.format("%15s", Integer.toBinaryString(i))
                        .replace(' ', '0')
                        .replace("0", "Aa")
                        .replace("1", "BB"))
                .toList();
        FlagDefinition parent = aFlag("parent").otherwise(ON).build();
        FlagDefinition child = new FlagDefinition(
                "child",
                ValueType.BOOLEAN,
                true,
                false,
                parent.variants(),
                "off",
                ON,
                List.of(new PrerequisiteDefinition("parent", same)),
                List.of(),
                FlagDefinition.NATIVE_BUCKETING);
        SegmentDefinition segment = new SegmentDefinition(
                "s",
                new ConditionDefinition.Any(same.stream()
                        .<ConditionDefinition>map(ConditionDefinition.InSegment::new)
                        .toList()));

        FlagSet compiled = SnapshotCompiler.compile(List.of(parent, child), List.of(segment));

        assertThat(variantOf(compiled.evaluate("child", NOBODY))).isEqualTo("off");
    }

    static Stream<Arguments> unfitOperands() {
        return Stream.of(
                argumentSet("number beyond a double", Operator.NUM_EQ, "1e999"),
                argumentSet("no number", Operator.NUM_EQ, "NaN"),
                argumentSet("number in other digits", Operator.NUM_EQ, "١٢"),
                argumentSet("number as long as a book", Operator.NUM_EQ, "1".repeat(100_000)),
                argumentSet("year beyond the calendar", Operator.DATE_AFTER, "+9999999999-01-01T00:00:00Z"),
                argumentSet("date without offset", Operator.DATE_AFTER, "2026-01-01T00:00:00"),
                argumentSet("version with a v", Operator.SEMVER_EQ, "v1.2.3"),
                argumentSet("version as long as a book", Operator.SEMVER_EQ, "1.2." + "3".repeat(100_000)),
                argumentSet("pattern as long as a book", Operator.REGEX, "a".repeat(100_000)),
                argumentSet("pattern that looks back", Operator.REGEX, "(a)\\1"),
                argumentSet("prefix beyond an address", Operator.IN_CIDR, "10.0.0.0/33"),
                argumentSet("prefix beyond an int", Operator.IN_CIDR, "10.0.0.0/99999999999"),
                argumentSet("name for an address", Operator.IN_CIDR, "localhost"));
    }

    @ParameterizedTest
    @MethodSource("unfitOperands")
    void anUnfitOperandIsRefusedWithAMessage(Operator operator, String operand) {
        FlagDefinition flag =
                aFlag("f").when(Comparison.of("x", operator, operand), ON).build();

        assertThat(SnapshotCompiler.compile(List.of(flag), List.of()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo("rule 1"));
    }

    @ParameterizedTest
    @MethodSource("unfitOperands")
    void anAttributeThatIsUnfitDoesNotMatch(Operator operator, String attribute) {
        String operand =
                switch (operator) {
                    case NUM_GT, NUM_EQ -> "0";
                    case DATE_AFTER -> "1970-01-01T00:00:00Z";
                    case SEMVER_EQ -> "1.2.3";
                    case REGEX -> "^x$";
                    default -> "0.0.0.0/0";
                };
        FlagFixtures.FlagBuilder flag = aFlag("f").when(Comparison.of("x", operator, operand), ON);

        assertThat(variantOf(FlagFixtures.evaluate(flag, contextWith("x", attribute))))
                .isEqualTo("off");
    }

    @Test
    void weightsThatOverflowAreRefused() {
        List<WeightedVariant> shares = Collections.nCopies(2_148, new WeightedVariant("on", 1_000_000));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(shares, "default", ""))
                .withMessageContaining("add up to at most 1000000");
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedVariant("on", Integer.MAX_VALUE));
    }

    @Test
    void integersBeyondWhatClientsHoldAreRefused() {
        assertThat(Value.parse(ValueType.INTEGER, "9007199254740991").json()).isEqualTo("9007199254740991");
        for (String beyond : List.of("9007199254740992", "-9007199254740992", "99999999999999999999999", "1e400")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Value.parse(ValueType.INTEGER, beyond));
        }
    }

    static Stream<Arguments> hostileTexts() {
        return Stream.of(
                argumentSet("high surrogate alone", "\ud83d"),
                argumentSet("low surrogate alone", "\udea9"),
                argumentSet("surrogates the wrong way round", "\udea9\ud83d"),
                argumentSet("nul", "a\0b"),
                argumentSet("right to left override", "\u202eabc"),
                argumentSet("a hundred accents on one letter", "e" + "\u0301".repeat(100)),
                argumentSet("characters beyond the first plane", "\ud83d\udea9".repeat(100)),
                argumentSet("a megabyte", "x".repeat(1_000_000)));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aHostileTextIsComparedAndPlacedLikeAnyOther(String text) {
        RuleDefinition half = new RuleDefinition(
                "", "", true, ConditionDefinition.ALWAYS, new RolloutDefinition(5_000, "x", text), ON);
        for (Operator operator :
                List.of(Operator.IN, Operator.STR_CONTAINS, Operator.STR_STARTS_WITH, Operator.STR_ENDS_WITH)) {
            FlagFixtures.FlagBuilder flag = aFlag("f").when(Comparison.of("x", operator, text), ON);

            assertThat(variantOf(FlagFixtures.evaluate(flag, contextWith("x", text))))
                    .isEqualTo("on");
        }
        assertThat(variantOf(FlagFixtures.evaluate(aFlag("f").rule(half), contextWith("x", text))))
                .isIn("on", "off");
    }
}
