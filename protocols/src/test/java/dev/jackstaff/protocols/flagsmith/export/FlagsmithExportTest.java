package dev.jackstaff.protocols.flagsmith.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.export.Fidelity;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentWriter;
import dev.jackstaff.protocols.flagsmith.FeatureState;
import dev.jackstaff.protocols.flagsmith.FlagsmithSegment;
import dev.jackstaff.protocols.flagsmith.MultivariateValue;
import dev.jackstaff.protocols.flagsmith.compiler.EnvironmentDocumentCompiler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlagsmithExportTest {
    private static final OutcomeDefinition ON = new OutcomeDefinition.Serve("on");
    private static final OutcomeDefinition OFF = new OutcomeDefinition.Off();
    private static final ConditionDefinition LATER =
            Comparison.of("currentTime", Operator.DATE_AFTER, "2026-01-01T00:00:00Z");
    private static final ConditionDefinition SWEDE = Comparison.of("country", Operator.IN, "SE");

    @Test
    void aRuleBecomesASegmentWithAnOverride() {
        FlagsmithExport export = export(flag("f", OFF, rule("swedes", SWEDE, ON)));

        FlagsmithSegment segment = export.document().project().segments().get(0);
        assertThat(segment.name()).isEqualTo("f: swedes");
        assertThat(segment.featureStates()).extracting(FeatureState::enabled).containsExactly(true);
        assertThat(export.document().featureStates())
                .extracting(FeatureState::enabled)
                .containsExactly(false);
        assertThat(export.flags()).containsExactly(new ExportedFlag("f", Fidelity.EXACT, List.of()));
    }

    @Test
    void idsAreTheSameEveryTimeAndNobodyElses() {
        FlagDefinition[] flags = Stream.iterate(0, i -> i + 1)
                .limit(500)
                .map(i -> flag("f" + i, OFF, rule("", SWEDE, ON), rule("", SWEDE, OFF)))
                .toArray(FlagDefinition[]::new);

        FlagsmithExport export = export(flags);

        assertThat(export.document()).isEqualTo(export(flags).document());
        assertThat(export.document().featureStates().stream()
                        .map(state -> state.feature().id()))
                .doesNotHaveDuplicates();
        assertThat(export.document().project().segments().stream().map(FlagsmithSegment::id))
                .hasSize(1_000)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRuleThatCannotBeSaidIsLeftOutWhereItTurnsOn() {
        FlagsmithExport export = export(flag("f", OFF, rule("later", LATER, ON), rule("swedes", SWEDE, ON)));

        assertThat(export.flags().get(0).fidelity()).isEqualTo(Fidelity.APPROXIMATED);
        assertThat(export.flags().get(0).notes()).singleElement().asString().contains("later", "dates", "left out");
        assertThat(theirs(export).evaluate("f", knowing("country", "SE")).enabled())
                .isTrue();
        assertThat(theirs(export).evaluate("f", knowing("country", "DK")).enabled())
                .isFalse();
    }

    @Test
    void behindARuleThatCannotBeSaidAndTurnsOffAllIsOff() {
        FlagsmithExport export =
                export(flag("f", ON, rule("swedes", SWEDE, ON), rule("later", LATER, OFF), rule("all", SWEDE, ON)));

        assertThat(export.flags().get(0).notes()).singleElement().asString().contains("later", "off for all");
        assertThat(theirs(export).evaluate("f", knowing("country", "SE")).enabled())
                .isTrue();
        assertThat(theirs(export).evaluate("f", knowing("country", "DK")).enabled())
                .isFalse();
    }

    @Test
    void aPrerequisiteThatDependsOnWhoAsksTurnsTheFlagOff() {
        FlagDefinition parent = flag("parent", OFF, rule("", SWEDE, ON));

        FlagsmithExport export = export(parent, needing("parent", flag("child", ON)));

        assertThat(export.flags().get(1).notes()).singleElement().asString().contains("parent", "off for everybody");
        assertThat(theirs(export).evaluate("child", knowing("country", "SE")).enabled())
                .isFalse();
    }

    @Test
    void aPrerequisiteThatIsTheSameForAllIsDecidedAtOnce() {
        FlagsmithExport export =
                export(flag("yes", ON), flag("no", OFF), needing("yes", flag("a", ON)), needing("no", flag("b", ON)));

        assertThat(export.flags()).extracting(ExportedFlag::fidelity).containsOnly(Fidelity.EXACT);
        assertThat(theirs(export).evaluate("a", knowing("x", "y")).enabled()).isTrue();
        assertThat(theirs(export).evaluate("b", knowing("x", "y")).enabled()).isFalse();
    }

    @Test
    void aFlagThatAnswersWithAnErrorIsLeftOut() {
        FlagsmithExport export = export(flag("f", new OutcomeDefinition.Serve("gone")), flag("g", ON));

        assertThat(export.flags().get(0).fidelity()).isEqualTo(Fidelity.LEFT_OUT);
        assertThat(export.flags().get(0).notes()).singleElement().asString().contains("unknown variant");
        assertThat(export.document().featureStates()).hasSize(1);
    }

    @Test
    void underTheSameHashAShareKeepsItsSubjects() {
        RolloutDefinition third = new RolloutDefinition(3_333, "targetingKey", "12");
        FlagDefinition flag = new FlagDefinition(
                "f",
                ValueType.BOOLEAN,
                true,
                false,
                BOTH,
                "off",
                OFF,
                List.of(),
                List.of(new RuleDefinition("", "", true, ConditionDefinition.ALWAYS, third, ON)),
                "md5/1");

        FlagsmithExport export = export(flag);

        FlagSet ours = SnapshotCompiler.compile(snapshot(flag));
        assertThat(export.document().project().segments().get(0).id()).isEqualTo(12);
        assertThat(export.flags().get(0).notes()).singleElement().asString().contains("The same subjects");
        assertThat(Stream.iterate(0, i -> i + 1)
                        .limit(3_000)
                        .map(i -> EvaluationContext.of("user-" + i))
                        .filter(user -> ours.evaluate("f", user).enabled()
                                != theirs(export).evaluate("f", user).enabled()))
                .isEmpty();
    }

    @Test
    void aSplitKeepsItsWeightsAndItsVariants() {
        OutcomeDefinition split = new OutcomeDefinition.Split(
                List.of(new WeightedVariant("red", 1), new WeightedVariant("blue", 2)), "default", "");
        FlagDefinition flag = new FlagDefinition(
                "f",
                ValueType.STRING,
                true,
                true,
                List.of(
                        new VariantDefinition("red", Value.of("#f00")),
                        new VariantDefinition("blue", Value.of("#00f"))),
                null,
                split,
                List.of(),
                List.of(),
                FlagDefinition.NATIVE_BUCKETING);

        FlagsmithExport export = export(flag);

        FeatureState state = export.document().featureStates().get(0);
        assertThat(state.multivariateValues())
                .extracting(MultivariateValue::key, value -> value.percentageAllocation()
                        .toPlainString())
                .containsExactly(tuple("red", "33.333333"), tuple("blue", "66.666666"));
        assertThat(export.document().project().serverKeyOnlyFeatureIds())
                .containsExactly(state.feature().id());
        assertThat(export.flags().get(0).fidelity()).isEqualTo(Fidelity.APPROXIMATED);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                argumentSet("an integer above a fraction", Operator.NUM_GT, "5.5", 6, true),
                argumentSet("an integer below a fraction", Operator.NUM_GT, "5.5", 5, false),
                argumentSet("a fraction between", Operator.NUM_GT, "5.5", 5.6, true),
                argumentSet("a fraction below", Operator.NUM_GTE, "5.5", 5.2, false),
                argumentSet("an integer at most a fraction", Operator.NUM_LTE, "5.5", 5, true),
                argumentSet("an integer beyond a fraction", Operator.NUM_LT, "5.5", 6, false),
                argumentSet("a negative one", Operator.NUM_LT, "-5.5", -6, true),
                argumentSet("a float that equals an integer", Operator.NUM_EQ, "5", 5.0, true),
                argumentSet("an integer that equals a float", Operator.NUM_EQ, "5.0", 5, true),
                argumentSet("text that is a number", Operator.NUM_GTE, "5", "5", true),
                argumentSet("text that is none", Operator.NUM_GT, "5", "many", false),
                argumentSet("a boolean", Operator.NUM_EQ, "1", true, false));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersCompareAsTheyDidNatively(Operator operator, String number, Object value, boolean holds) {
        FlagDefinition flag = flag("f", OFF, rule("", Comparison.of("n", operator, number), ON));
        EvaluationContext context = knowing("n", value);

        assertThat(SnapshotCompiler.compile(snapshot(flag))
                        .evaluate("f", context)
                        .enabled())
                .isEqualTo(holds);
        assertThat(theirs(export(flag)).evaluate("f", context).enabled()).isEqualTo(holds);
    }

    /** Segments of 29 nested rules each, the innermost naming the next segment. */
    @Test
    void chainedSegmentsThatLieTooDeepAreNotSaid() throws InterruptedException {
        List<SegmentDefinition> chain = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ConditionDefinition condition = i == 0 ? SWEDE : new ConditionDefinition.InSegment("s" + (i - 1));
            for (int depth = 1; depth < 30; depth++) {
                condition = new ConditionDefinition.All(List.of(condition));
            }
            chain.add(new SegmentDefinition("s" + i, condition));
        }
        FlagDefinition flag = flag("f", OFF, rule("deep", new ConditionDefinition.InSegment("s29"), ON));
        Snapshot snapshot = new Snapshot("shop", "production", "id", 7, Instant.EPOCH, List.of(flag), chain, List.of());
        AtomicReference<FlagsmithExport> export = new AtomicReference<>();

        Thread small = new Thread(null, () -> export.set(FlagsmithExport.of(snapshot, "key")), "small", 512 * 1024);
        small.setUncaughtExceptionHandler((thread, thrown) -> {});
        small.start();
        small.join();

        assertThat(SnapshotCompiler.compile(snapshot).problems()).isEmpty();
        assertThat(Objects.requireNonNull(export.get()).flags().get(0).notes())
                .singleElement()
                .asString()
                .contains("too deep", "left out");
    }

    @Test
    void flagsWhoseSegmentsDoNotFitAreOffAndSaidToBe() {
        FlagDefinition[] flags = Stream.iterate(0, i -> i + 1)
                .limit(3_335)
                .map(i -> flag("f" + i, ON, rule("a", SWEDE, ON), rule("b", SWEDE, OFF), rule("c", SWEDE, ON)))
                .toArray(FlagDefinition[]::new);

        FlagsmithExport export = export(flags);

        EnvironmentDocument read = EnvironmentDocumentReader.read(EnvironmentDocumentWriter.write(export.document()));
        assertThat(read.project().segments()).hasSize(9_999);
        assertThat(export.flags().get(3_332).fidelity()).isEqualTo(Fidelity.EXACT);
        assertThat(export.flags().get(3_333).fidelity()).isEqualTo(Fidelity.APPROXIMATED);
        assertThat(export.flags().get(3_333).notes()).singleElement().asString().contains("10000", "off for everybody");
        assertThat(read.featureStates().get(3_333).enabled()).isFalse();
    }

    @Test
    void whatIsSaidIsFitForALine() {
        ConditionDefinition odd = Comparison.of("country", Operator.REGEX, "a\nb\u0000" + "x".repeat(900));

        FlagsmithExport export = export(flag("f", OFF, rule("odd", odd, ON)));

        assertThat(export.flags().get(0).notes())
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note).hasSizeLessThan(1_100).doesNotContain("\n", "\u0000"));
    }

    static Stream<Arguments> writtenOtherwise() {
        return Stream.of(
                argumentSet("part of Infinity", "Inf", false, Double.POSITIVE_INFINITY),
                argumentSet("part of infinity in any case", "FINI", true, Double.NEGATIVE_INFINITY),
                argumentSet("part of inf", "inf", false, Double.POSITIVE_INFINITY),
                argumentSet("part of NaN", "N", false, Double.NaN),
                argumentSet("part of nan", "an", false, Double.NaN));
    }

    @ParameterizedTest
    @MethodSource("writtenOtherwise")
    void partsOfNumbersThatAreWrittenOtherwiseAreNoted(String part, boolean anyCase, double value) {
        Comparison compare = new Comparison("n", Operator.STR_CONTAINS, List.of(part), false, anyCase);
        FlagDefinition flag = flag("f", OFF, rule("", compare, ON));

        FlagsmithExport export = export(flag);

        assertThat(export.flags().get(0).fidelity()).as("%s in %s", part, value).isEqualTo(Fidelity.APPROXIMATED);
    }

    private static final List<VariantDefinition> BOTH =
            List.of(new VariantDefinition("on", Value.of(true)), new VariantDefinition("off", Value.of(false)));

    private static FlagDefinition flag(String key, OutcomeDefinition fallthrough, RuleDefinition... rules) {
        return new FlagDefinition(
                key,
                ValueType.BOOLEAN,
                true,
                false,
                BOTH,
                "off",
                fallthrough,
                List.of(),
                List.of(rules),
                FlagDefinition.NATIVE_BUCKETING);
    }

    private static FlagDefinition needing(String parent, FlagDefinition flag) {
        return new FlagDefinition(
                flag.key(),
                flag.type(),
                true,
                false,
                flag.variants(),
                flag.offVariant(),
                flag.fallthrough(),
                List.of(new PrerequisiteDefinition(parent, List.of())),
                flag.rules(),
                flag.bucketing());
    }

    private static RuleDefinition rule(String name, ConditionDefinition condition, OutcomeDefinition outcome) {
        return RuleDefinition.of(name, condition, outcome);
    }

    private static EvaluationContext knowing(String attribute, Object value) {
        return EvaluationContext.builder().attribute(attribute, value).build();
    }

    private static Snapshot snapshot(FlagDefinition... flags) {
        return new Snapshot("shop", "production", "id", 7, Instant.EPOCH, List.of(flags), List.of(), List.of());
    }

    private static FlagsmithExport export(FlagDefinition... flags) {
        return FlagsmithExport.of(snapshot(flags), "key");
    }

    private static FlagSet theirs(FlagsmithExport export) {
        return EnvironmentDocumentCompiler.compile(export.document());
    }
}
