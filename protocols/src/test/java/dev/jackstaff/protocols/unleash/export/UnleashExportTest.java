package dev.jackstaff.protocols.unleash.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.bucketing.Md5Bucketing;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.ConditionDefinition.InSegment;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
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
import dev.jackstaff.protocols.unleash.Constraint;
import dev.jackstaff.protocols.unleash.Dependency;
import dev.jackstaff.protocols.unleash.FeaturesDocumentWriter;
import dev.jackstaff.protocols.unleash.Payload;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.StrategyVariant;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import dev.jackstaff.protocols.unleash.UnleashSegment;
import dev.jackstaff.protocols.unleash.compiler.FeaturesDocumentCompiler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The export of native flags as features, and its notes on what cannot be expressed. */
class UnleashExportTest {
    private static final OutcomeDefinition ON = new Serve("on");
    private static final long SMALL_STACK = 256 * 1024;
    private static final OutcomeDefinition OFF = new OutcomeDefinition.Off();
    private static final Comparison SWEDE = Comparison.of("country", Operator.IN, "SE");
    private static final Comparison ADULT = Comparison.of("age", Operator.NUM_GTE, "18");
    private static final Comparison USER = Comparison.of("userId", Operator.IN, "1");
    private static final String OTHERWISE_HASHED =
            "Rollouts and splits are decided by \"md5/1\" natively; Unleash's, by another hash, choose others.";
    private static final String TWO_SUBJECTS =
            "It asks for the targeting key and for \"userId\", which are one to Unleash's SDKs: both are \"userId\".";
    private static final String COARSE =
            "Instants are written with milliseconds at most, and within the years 0 to 9999, as Unleash's SDKs read no"
                    + " others.";
    private static final List<SegmentDefinition> SUBJECTS = List.of(
            new SegmentDefinition("inner", Comparison.of("targetingKey", Operator.NOT_IN, "2")),
            new SegmentDefinition("subjects", new ConditionDefinition.None(List.of(new InSegment("inner")))));
    private static final Constraint SWEDISH = constraint("country", "IN", false, "SE");
    private static final Constraint GROWN_UP = new Constraint("age", "NUM_GTE", false, false, List.of(), "18");

    @Test
    void aBooleanFlagIsOnAndOff() {
        UnleashFeature feature = feature(bool(ON));

        assertThat(feature.enabled()).isTrue();
        assertThat(feature.project()).isEqualTo("shop");
        assertThat(feature.variants()).isEmpty();
        assertThat(feature.strategies()).singleElement().satisfies(strategy -> {
            assertThat(strategy.name()).isEqualTo("flexibleRollout");
            assertThat(strategy.parameters())
                    .isEqualTo(Map.of("rollout", "100", "stickiness", "default", "groupId", "f"));
            assertThat(strategy.variants()).isEmpty();
        });
    }

    @Test
    void aFlagThatIsNeverOnIsDisabledAsNoStrategiesWouldMeanOn() {
        UnleashFeature feature = feature(bool(OFF, rule(SWEDE, OFF), rule(ADULT, new Serve("off"))));

        assertThat(feature.enabled()).isFalse();
        assertThat(feature.strategies()).isEmpty();
    }

    @Test
    void conditionsBecomeOneStrategyForEachWay() {
        ConditionDefinition either = new ConditionDefinition.Any(List.of(SWEDE, ADULT));
        ConditionDefinition known = Comparison.of("plan", Operator.EXISTS);

        UnleashFeature feature = feature(bool(OFF, rule(new ConditionDefinition.All(List.of(either, known)), ON)));

        Constraint planned = new Constraint("plan", "REGEX", false, false, List.of(), "^");
        assertThat(feature.strategies())
                .extracting(Strategy::constraints)
                .containsExactly(List.of(SWEDISH, planned), List.of(GROWN_UP, planned));
    }

    @Test
    void whatIsOffBeforeLaterRulesIsTheContraryInThem() {
        UnleashFeature feature = feature(bool(ON, rule(new ConditionDefinition.All(List.of(SWEDE, ADULT)), OFF)));

        assertThat(feature.strategies())
                .extracting(Strategy::constraints)
                .containsExactly(
                        List.of(constraint("country", "IN", true, "SE")),
                        List.of(new Constraint("age", "NUM_GTE", false, true, List.of(), "18")));
    }

    @Test
    void segmentsOfOneWayAreSegmentsAndOthersAreWrittenOut() {
        UnleashExport export = export(
                List.of(
                        new SegmentDefinition("adults", new ConditionDefinition.All(List.of(SWEDE, ADULT))),
                        new SegmentDefinition("either", new ConditionDefinition.Any(List.of(SWEDE, ADULT)))),
                bool(OFF, rule(new InSegment("adults"), ON), rule(new InSegment("either"), ON)),
                bool("g", OFF, rule(new ConditionDefinition.None(List.of(new InSegment("either"))), ON)));

        assertThat(export.document().segments())
                .extracting(UnleashSegment::id, UnleashSegment::name, segment -> segment.constraints()
                        .size())
                .containsExactly(tuple(1, "adults", 2), tuple(2, "not either", 2));
        assertThat(export.document().features().get(0).strategies())
                .extracting(strategy ->
                        strategy.segments() + " and " + strategy.constraints().size())
                .containsExactly("[1] and 0", "[] and 1", "[] and 1");
        assertThat(export.document().features().get(1).strategies())
                .extracting(Strategy::segments)
                .containsExactly(List.of(2));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                argumentSet("text", Value.of("a,b"), new Payload("string", "a,b")),
                argumentSet("integer", Value.of(10), new Payload("number", "10")),
                argumentSet("number", Value.of(10.0), new Payload("number", "10.0")),
                argumentSet("json", Value.parse(ValueType.JSON, "{\"a\": 1}"), new Payload("json", "{\"a\":1}")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesArePayloads(Value value, Payload payload) {
        FlagDefinition flag = valued(value, new Serve("v"));

        UnleashFeature feature = feature(flag);

        assertThat(feature.strategies().get(0).variants())
                .containsExactly(new StrategyVariant("v", 1_000, "default", payload));
        assertThat(exported(flag))
                .isEqualTo(new ExportedFlag(
                        "f",
                        Fidelity.EXACT,
                        List.of("While the feature is off it has no variant, where \"off\" is served natively.")));
    }

    @Test
    void aSplitByAnAttributeIsForThoseWhoHaveIt() {
        Split split = new Split(List.of(new WeightedVariant("v", 1), new WeightedVariant("w", 3)), "company", "");

        UnleashFeature feature = feature(valued(Value.of("1"), split));

        assertThat(feature.strategies()).singleElement().satisfies(strategy -> {
            assertThat(strategy.constraints())
                    .containsExactly(new Constraint("company", "REGEX", false, false, List.of(), "^"));
            assertThat(strategy.parameters())
                    .isEqualTo(Map.of("rollout", "100", "stickiness", "company", "groupId", "f"));
            assertThat(strategy.variants())
                    .extracting(StrategyVariant::name, StrategyVariant::weight, StrategyVariant::stickiness)
                    .containsExactly(tuple("v", 1, "company"), tuple("w", 3, "company"));
        });
    }

    @Test
    void withoutTheAttributeOfASplitTheNextRuleDecides() {
        Split single = new Split(List.of(new WeightedVariant("v", 1)), "company", "");

        UnleashFeature feature =
                feature(valued(Value.of("1"), new Serve("w"), rule(ConditionDefinition.ALWAYS, single)));

        assertThat(feature.strategies())
                .extracting(Strategy::constraints)
                .containsExactly(List.of(new Constraint("company", "REGEX", false, false, List.of(), "^")), List.of());
    }

    /** The usual way to write an experiment: what is served while the flag is off is also one of its parts. */
    @Test
    void aSplitWithTheOffVariantIsExact() {
        Split split = new Split(List.of(new WeightedVariant("off", 2), new WeightedVariant("w", 1)), "default", "");
        FlagDefinition flag = valued(Value.of("1"), split);

        assertThat(exported(flag).fidelity()).isEqualTo(Fidelity.EXACT);
        assertThat(feature(flag).strategies()).singleElement().satisfies(strategy -> {
            assertThat(strategy.parameters())
                    .isEqualTo(Map.of("rollout", "100", "stickiness", "default", "groupId", "f"));
            assertThat(strategy.variants())
                    .extracting(StrategyVariant::name, StrategyVariant::weight)
                    .containsExactly(tuple("off", 2), tuple("w", 1));
        });
        checkAgreement(flag, Map.of("off", 200, "w", 100));
    }

    @Test
    void aRuleThatServesTheOffVariantIsOn() {
        FlagDefinition flag = valued(Value.of("1"), OFF, rule(SWEDE, new Serve("off")));

        assertThat(exported(flag).fidelity()).isEqualTo(Fidelity.EXACT);
        assertThat(feature(flag).strategies()).singleElement().satisfies(strategy -> assertThat(strategy.variants())
                .extracting(StrategyVariant::name)
                .containsExactly("off"));
    }

    @Test
    void aFlagThatPeopleHaveMarkedIsStale() {
        Snapshot snapshot = new Snapshot(
                "shop",
                "production",
                "1",
                7,
                Instant.EPOCH,
                List.of(bool("a", ON), bool("b", ON)),
                List.of(),
                List.of());

        assertThat(UnleashExport.of(snapshot, Set.of("b")).document().features())
                .extracting(UnleashFeature::name, UnleashFeature::stale)
                .containsExactly(tuple("a", false), tuple("b", true));
    }

    /** Compares what Unleash's evaluation of the export and the native one serve to 300 subjects. */
    private static void checkAgreement(FlagDefinition flag, Map<String, Integer> expected) {
        Snapshot snapshot =
                new Snapshot("shop", "production", "1", 7, Instant.EPOCH, List.of(flag), List.of(), List.of());
        FlagSet ours = SnapshotCompiler.compile(snapshot);
        FlagSet theirs =
                FeaturesDocumentCompiler.compile(UnleashExport.of(snapshot).document());
        Map<String, Integer> served = new TreeMap<>();
        for (int user = 0; user < 300; user++) {
            EvaluationContext context = EvaluationContext.of("u" + user);
            Variant variant =
                    Objects.requireNonNull(ours.evaluate(flag.key(), context).variant());
            Variant exported =
                    Objects.requireNonNull(theirs.evaluate(flag.key(), context).variant());

            assertThat(exported.key()).isEqualTo(variant.key());
            served.merge(variant.key(), 1, Integer::sum);
        }
        assertThat(served.keySet()).isEqualTo(expected.keySet());
        expected.forEach((variant, count) -> assertThat(served.get(variant)).isBetween(count - 50, count + 50));
    }

    static Stream<Arguments> approximated() {
        Split halves = new Split(List.of(new WeightedVariant("v", 1), new WeightedVariant("w", 1)), "default", "other");
        Split partly = new Split(List.of(new WeightedVariant("on", 1), new WeightedVariant("off", 2)), "default", "");
        return Stream.of(
                argumentSet(
                        "basis points",
                        bool(OFF, rule(ConditionDefinition.ALWAYS, 1_250, ON)),
                        "The rollout of \"rule 1\" is rounded to 13 %."),
                argumentSet(
                        "nearly nobody",
                        bool(OFF, rule(ConditionDefinition.ALWAYS, 3, ON)),
                        "The rollout of \"rule 1\" is rounded to 1 %."),
                argumentSet(
                        "off for a part",
                        bool(ON, rule(SWEDE, 5_000, OFF)),
                        "\"rule 1\" turns off for a part of the subjects, which cannot be said; it does so for all of"
                                + " them."),
                argumentSet(
                        "a split that turns off",
                        bool(partly),
                        "The split of \"fallthrough\" turns off for a part of the subjects; a rollout to 33 % stands"
                                + " for it, which chooses others."),
                argumentSet(
                        "two groups",
                        valued(Value.of("1"), OFF, rule(ConditionDefinition.ALWAYS, 5_000, halves)),
                        "The rollout and the split of \"rule 1\" have groups or attributes of their own; those of the"
                                + " rollout stand for both, and others get each variant."),
                argumentSet(
                        "too many ways",
                        bool(OFF, rule(puzzle(), ON)),
                        "\"rule 1\" is left out: its condition, and those before it that turn the flag off, come to"
                                + " more than 100 strategies or 100000 constraints."),
                argumentSet(
                        "another bucketing's rollout",
                        hashedOtherwise(bool(OFF, rule(ConditionDefinition.ALWAYS, 2_500, ON))),
                        OTHERWISE_HASHED),
                argumentSet(
                        "another bucketing's split",
                        hashedOtherwise(valued(
                                Value.of("1"),
                                new Split(
                                        List.of(new WeightedVariant("v", 1), new WeightedVariant("w", 1)),
                                        "default",
                                        ""))),
                        OTHERWISE_HASHED),
                argumentSet(
                        "targeting key and user id",
                        bool(OFF, rule(Comparison.of("targetingKey", Operator.IN, "1"), ON), rule(USER, ON)),
                        TWO_SUBJECTS),
                argumentSet(
                        "targeting key by segment, user id by rollout",
                        bool(OFF, stickyRule(new InSegment("subjects"), "userId")),
                        TWO_SUBJECTS),
                argumentSet(
                        "a sigma without regard to case",
                        bool(OFF, rule(new Comparison("name", Operator.STR_CONTAINS, List.of("ΑΣ"), false, true), ON)),
                        "Without regard to case all forms of sigma are one natively; Unleash's SDKs tell the one at the"
                                + " end of a word from the others."),
                argumentSet("a fine instant", bool(OFF, rule(after("2024-01-01T00:00:00.1234Z"), ON)), COARSE),
                argumentSet("a far instant", bool(OFF, rule(after("+12024-01-01T00:00:00Z"), ON)), COARSE));
    }

    @ParameterizedTest
    @MethodSource("approximated")
    void whatCannotBeSaidIsApproximatedAndNoted(FlagDefinition flag, String note) {
        ExportedFlag exported = exported(flag);

        assertThat(exported.fidelity()).isEqualTo(Fidelity.APPROXIMATED);
        assertThat(exported.notes()).startsWith(note);
    }

    @Test
    void anotherBucketingIsExactWhereNothingIsDecidedByIt() {
        FlagDefinition flag = hashedOtherwise(bool(OFF, rule(SWEDE, ON)));

        assertThat(exported(flag)).isEqualTo(new ExportedFlag("f", Fidelity.EXACT, List.of()));
    }

    @Test
    void theTargetingKeyIsTheUserIdWhereverItIsAskedFor() {
        Split split = new Split(List.of(new WeightedVariant("v", 1), new WeightedVariant("w", 1)), "targetingKey", "");
        UnleashExport export = export(
                SUBJECTS,
                valued(Value.of("1"), split),
                bool("g", OFF, rule(new InSegment("subjects"), ON)),
                bool("h", OFF, stickyRule(Comparison.of("targetingKey", Operator.EXISTS), "targetingKey")));

        assertThat(new String(FeaturesDocumentWriter.write(export.document()), StandardCharsets.UTF_8))
                .contains("userId")
                .doesNotContain("targetingKey");
        assertThat(export.flags().get(1))
                .isEqualTo(new ExportedFlag(
                        "g",
                        Fidelity.EXACT,
                        List.of("The targeting key is \"userId\", which is where Unleash's SDKs have the subject.")));
    }

    static Stream<Arguments> instants() {
        return Stream.of(
                argumentSet("an offset", "2024-06-01T12:00:00+02:00", "2024-06-01T10:00:00Z"),
                argumentSet("no leading zeros", "2024-6-1 12:0:0Z", "2024-06-01T12:00:00Z"),
                argumentSet("tenths", "2024-06-01T12:00:00.5Z", "2024-06-01T12:00:00.500Z"),
                argumentSet("nine digits", "2024-06-01T12:00:00.123000000Z", "2024-06-01T12:00:00.123Z"));
    }

    @ParameterizedTest
    @MethodSource("instants")
    void instantsAreWrittenAsEverySdkReadsThem(String operand, String written) {
        FlagDefinition flag = bool(OFF, rule(after(operand), ON));

        assertThat(feature(flag).strategies().get(0).constraints())
                .extracting(Constraint::value)
                .containsExactly(written);
        assertThat(exported(flag).fidelity()).isEqualTo(Fidelity.EXACT);
    }

    @ParameterizedTest
    @CsvSource({".5,0.5", "5.,5.", "+5,+5", "1e5,1e5", "-.25e1,-2.5", "1e-7,1e-7"})
    void numbersAreWrittenAsUnleashsEngineReadsThem(String operand, String written) {
        FlagDefinition flag = bool(OFF, rule(Comparison.of("ratio", Operator.NUM_GT, operand), ON));

        assertThat(feature(flag).strategies().get(0).constraints())
                .extracting(Constraint::value)
                .containsExactly(written);
    }

    @Test
    void theToleranceOfUnleashIsRemarkedWhereItCanMatter() {
        assertThat(exported(bool(OFF, rule(Comparison.of("ratio", Operator.NUM_EQ, "0.3"), ON))))
                .isEqualTo(new ExportedFlag(
                        "f",
                        Fidelity.EXACT,
                        List.of("NUM_EQ is exact natively, and Unleash's own engine takes numbers within 2⁻⁵² for"
                                + " equal.")));
        assertThat(exported(bool(OFF, rule(Comparison.of("ratio", Operator.NUM_EQ, "3"), ON)))
                        .notes())
                .isEmpty();
    }

    @Test
    void aConditionOfVeryManyPartsIsWrittenSoon() {
        List<ConditionDefinition> parts = IntStream.range(0, 40_000)
                .<ConditionDefinition>mapToObj(i -> Comparison.of("a" + i, Operator.IN, "1"))
                .toList();
        FlagDefinition flag =
                bool(OFF, rule(new ConditionDefinition.Any(parts), ON), rule(new ConditionDefinition.All(parts), ON));

        UnleashExport export = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> export(List.of(), flag));

        assertThat(export.document().features().get(0).strategies())
                .singleElement()
                .satisfies(strategy -> assertThat(strategy.constraints()).hasSize(40_000));
    }

    @Test
    void aChainOfDeepSegmentsIsWrittenOnASmallStack() throws InterruptedException {
        List<SegmentDefinition> chain = new ArrayList<>();
        chain.add(new SegmentDefinition("s0", new ConditionDefinition.Any(List.of(SWEDE, ADULT))));
        for (int i = 1; i < 32; i++) {
            chain.add(new SegmentDefinition("s" + i, deep(new InSegment("s" + (i - 1)), 28)));
        }
        UnleashConditionExport export = new UnleashConditionExport(chain);
        List<DisjunctiveNormalForm> ways = new ArrayList<>();
        Thread thread =
                new Thread(null, () -> ways.add(export.normalForm(new InSegment("s31"))), "a small stack", SMALL_STACK);

        thread.start();
        thread.join();

        assertThat(ways).singleElement().satisfies(all -> assertThat(all.conjunctions())
                .containsExactlyInAnyOrder(
                        Set.of(Literal.ConstraintLiteral.of(SWEDE, false)),
                        Set.of(Literal.ConstraintLiteral.of(ADULT, false))));
    }

    private static ConditionDefinition deep(ConditionDefinition condition, int depth) {
        return depth == 0 ? condition : new ConditionDefinition.None(List.of(deep(condition, depth - 1)));
    }

    static Stream<Arguments> prerequisites() {
        return Stream.of(
                argumentSet("on", demand(), List.of(new Dependency("p", true, List.of())), Fidelity.EXACT),
                argumentSet("every on", demand("on"), List.of(new Dependency("p", true, List.of())), Fidelity.EXACT),
                argumentSet("off", demand("off"), List.of(new Dependency("p", false, List.of())), Fidelity.EXACT),
                argumentSet("either", demand("on", "off"), List.of(), Fidelity.EXACT));
    }

    @ParameterizedTest
    @MethodSource("prerequisites")
    void demandsOfBooleanFlagsAreOnAndOff(
            PrerequisiteDefinition prerequisite, List<Dependency> dependencies, Fidelity fidelity) {
        UnleashExport export = export(List.of(), bool("p", OFF, rule(SWEDE, ON)), child("f", prerequisite));

        assertThat(export.document().features().get(1).enabled()).isTrue();
        assertThat(export.document().features().get(1).dependencies()).isEqualTo(dependencies);
        assertThat(export.flags().get(1).fidelity()).isEqualTo(fidelity);
    }

    @Test
    void someVariantsAreDemandedByName() {
        Split split = new Split(List.of(new WeightedVariant("v", 1), new WeightedVariant("w", 1)), "default", "");
        UnleashExport export =
                export(List.of(), renamed(valued(Value.of("1"), split)), child("c", demand("w", "nonsense")));

        assertThat(export.document().features().get(1).dependencies())
                .containsExactly(new Dependency("p", true, List.of("w")));
        assertThat(export.flags().get(1).fidelity()).isEqualTo(Fidelity.EXACT);
    }

    @Test
    void theOffVariantOfAParentThatIsNeverTurnedOffIsDemandedByName() {
        Split split = new Split(List.of(new WeightedVariant("off", 1), new WeightedVariant("w", 1)), "default", "");
        UnleashExport export = export(List.of(), renamed(valued(Value.of("1"), split)), child("c", demand("off")));

        assertThat(export.document().features().get(1).dependencies())
                .containsExactly(new Dependency("p", true, List.of("off")));
        assertThat(export.flags().get(1).fidelity()).isEqualTo(Fidelity.EXACT);
    }

    @Test
    void theOffVariantOfAParentThatARuleTurnsOffIsDemandedNearly() {
        FlagDefinition parent = flag(
                "p",
                ValueType.STRING,
                valued(Value.of("1"), OFF).variants(),
                new Serve("off"),
                List.of(),
                rule(SWEDE, OFF));
        UnleashExport export = export(List.of(), parent, child("c", demand("off")));

        assertThat(export.document().features().get(1).dependencies())
                .containsExactly(new Dependency("p", true, List.of("off")));
        assertThat(export.flags().get(1).fidelity()).isEqualTo(Fidelity.APPROXIMATED);
    }

    @Test
    void aChainOfPrerequisitesIsOffAndNoted() {
        UnleashExport export = export(
                List.of(), bool("q", ON), child("p", new PrerequisiteDefinition("q", List.of())), child("f", demand()));

        assertThat(export.document().features())
                .extracting(UnleashFeature::enabled)
                .containsExactly(true, true, false);
        assertThat(export.flags().get(2).notes())
                .containsExactly(
                        "The prerequisite \"p\" has prerequisites itself, and Unleash knows no chains: the feature is"
                                + " off.");
    }

    @Test
    void aChildOfAnApproximatedFlagIsApproximated() {
        UnleashExport export = export(List.of(), bool("p", OFF, rule(SWEDE, 1_250, ON)), child("f", demand()));

        assertThat(export.flags().get(1))
                .isEqualTo(new ExportedFlag(
                        "f", Fidelity.APPROXIMATED, List.of("The prerequisite \"p\" is approximated.")));
    }

    @Test
    void whatIsBrokenIsLeftOutWithItsChildren() {
        UnleashExport export =
                export(List.of(), bool("p", OFF, rule(new InSegment("nowhere"), ON)), child("f", demand()));

        assertThat(export.document().features()).isEmpty();
        assertThat(export.flags())
                .containsExactly(
                        new ExportedFlag(
                                "p",
                                Fidelity.LEFT_OUT,
                                List.of("It answers with an error: rule 1: unknown segment \"nowhere\".")),
                        new ExportedFlag(
                                "f",
                                Fidelity.LEFT_OUT,
                                List.of("It answers with an error: broken prerequisite \"p\".")));
    }

    /** A conjunction of seven disjunctions of two: 128 conjunctions in normal form. */
    private static ConditionDefinition puzzle() {
        return new ConditionDefinition.All(IntStream.range(0, 7)
                .<ConditionDefinition>mapToObj(i -> new ConditionDefinition.Any(
                        List.of(Comparison.of("a" + i, Operator.IN, "1"), Comparison.of("b" + i, Operator.IN, "1"))))
                .toList());
    }

    private static UnleashFeature feature(FlagDefinition flag) {
        return export(List.of(), flag).document().features().get(0);
    }

    private static ExportedFlag exported(FlagDefinition flag) {
        return export(SUBJECTS, flag).flags().get(0);
    }

    private static UnleashExport export(List<SegmentDefinition> segments, FlagDefinition... flags) {
        return UnleashExport.of(
                new Snapshot("shop", "production", "1", 7, Instant.EPOCH, List.of(flags), segments, List.of()));
    }

    private static FlagDefinition bool(OutcomeDefinition fallthrough, RuleDefinition... rules) {
        return bool("f", fallthrough, rules);
    }

    private static FlagDefinition bool(String key, OutcomeDefinition fallthrough, RuleDefinition... rules) {
        return flag(key, ValueType.BOOLEAN, truths(), fallthrough, List.of(), rules);
    }

    private static FlagDefinition child(String key, PrerequisiteDefinition prerequisite) {
        return flag(key, ValueType.BOOLEAN, truths(), ON, List.of(prerequisite));
    }

    private static FlagDefinition valued(Value value, OutcomeDefinition fallthrough, RuleDefinition... rules) {
        List<VariantDefinition> variants = List.of(
                new VariantDefinition("v", value),
                new VariantDefinition("w", value),
                new VariantDefinition("off", value));
        return flag("f", value.type(), variants, fallthrough, List.of(), rules);
    }

    private static FlagDefinition renamed(FlagDefinition flag) {
        return flag("p", flag.type(), flag.variants(), flag.fallthrough(), List.of());
    }

    private static FlagDefinition flag(
            String key,
            ValueType type,
            List<VariantDefinition> variants,
            OutcomeDefinition fallthrough,
            List<PrerequisiteDefinition> prerequisites,
            RuleDefinition... rules) {
        return new FlagDefinition(
                key,
                type,
                true,
                true,
                variants,
                "off",
                fallthrough,
                prerequisites,
                List.of(rules),
                FlagDefinition.NATIVE_BUCKETING);
    }

    private static FlagDefinition hashedOtherwise(FlagDefinition flag) {
        return new FlagDefinition(
                flag.key(),
                flag.type(),
                flag.enabled(),
                flag.serverOnly(),
                flag.variants(),
                flag.offVariant(),
                flag.fallthrough(),
                flag.prerequisites(),
                flag.rules(),
                Md5Bucketing.NAME);
    }

    private static Comparison after(String operand) {
        return Comparison.of("born", Operator.DATE_AFTER, operand);
    }

    private static RuleDefinition stickyRule(ConditionDefinition condition, String stickiness) {
        return new RuleDefinition("", "", true, condition, new RolloutDefinition(5_000, stickiness, ""), ON);
    }

    private static List<VariantDefinition> truths() {
        return List.of(new VariantDefinition("on", Value.of(true)), new VariantDefinition("off", Value.of(false)));
    }

    private static PrerequisiteDefinition demand(String... variants) {
        return new PrerequisiteDefinition("p", List.of(variants));
    }

    private static RuleDefinition rule(ConditionDefinition condition, OutcomeDefinition outcome) {
        return RuleDefinition.of("", condition, outcome);
    }

    private static RuleDefinition rule(ConditionDefinition condition, int basisPoints, OutcomeDefinition outcome) {
        return new RuleDefinition("", "", true, condition, new RolloutDefinition(basisPoints, "default", ""), outcome);
    }

    private static Constraint constraint(String name, String operator, boolean inverted, String... values) {
        return new Constraint(name, operator, false, inverted, List.of(values), null);
    }
}
