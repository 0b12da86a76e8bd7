package dev.jackstaff.protocols.unleash.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Compare;
import dev.jackstaff.engine.snapshot.ConditionDefinition.InSegment;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Share;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.ExportedFlag;
import dev.jackstaff.protocols.Fidelity;
import dev.jackstaff.protocols.unleash.Constraint;
import dev.jackstaff.protocols.unleash.Dependency;
import dev.jackstaff.protocols.unleash.Feature;
import dev.jackstaff.protocols.unleash.Payload;
import dev.jackstaff.protocols.unleash.Segment;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.StrategyVariant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What native flags look like as features, and what is said where they cannot. */
class UnleashExportTest {
    private static final OutcomeDefinition ON = new Serve("on");
    private static final OutcomeDefinition OFF = new OutcomeDefinition.Off();
    private static final Compare SWEDE = Compare.of("country", Operator.IN, "SE");
    private static final Compare ADULT = Compare.of("age", Operator.NUM_GTE, "18");
    private static final Constraint SWEDISH = constraint("country", "IN", false, "SE");
    private static final Constraint GROWN_UP = new Constraint("age", "NUM_GTE", false, false, List.of(), "18");

    @Test
    void aBooleanFlagIsOnAndOff() {
        Feature feature = feature(bool(ON));

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
        Feature feature = feature(bool(OFF, rule(SWEDE, OFF), rule(ADULT, new Serve("off"))));

        assertThat(feature.enabled()).isFalse();
        assertThat(feature.strategies()).isEmpty();
    }

    @Test
    void conditionsBecomeOneStrategyForEachWay() {
        ConditionDefinition either = new ConditionDefinition.Any(List.of(SWEDE, ADULT));
        ConditionDefinition known = Compare.of("plan", Operator.EXISTS);

        Feature feature = feature(bool(OFF, rule(new ConditionDefinition.All(List.of(either, known)), ON)));

        Constraint planned = constraint("plan", "STR_STARTS_WITH", false, "");
        assertThat(feature.strategies())
                .extracting(Strategy::constraints)
                .containsExactly(List.of(SWEDISH, planned), List.of(GROWN_UP, planned));
    }

    @Test
    void whatIsOffBeforeLaterRulesIsTheContraryInThem() {
        Feature feature = feature(bool(ON, rule(new ConditionDefinition.All(List.of(SWEDE, ADULT)), OFF)));

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
                .extracting(Segment::id, Segment::name, segment -> segment.constraints()
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

        Feature feature = feature(flag);

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
        Split split = new Split(List.of(new Share("v", 1), new Share("w", 3)), "company", "");

        Feature feature = feature(valued(Value.of("1"), split));

        assertThat(feature.strategies()).singleElement().satisfies(strategy -> {
            assertThat(strategy.constraints()).containsExactly(constraint("company", "STR_STARTS_WITH", false, ""));
            assertThat(strategy.parameters())
                    .isEqualTo(Map.of("rollout", "100", "stickiness", "company", "groupId", "f"));
            assertThat(strategy.variants())
                    .extracting(StrategyVariant::name, StrategyVariant::weight, StrategyVariant::stickiness)
                    .containsExactly(tuple("v", 1, "company"), tuple("w", 3, "company"));
        });
    }

    static Stream<Arguments> approximated() {
        Split halves = new Split(List.of(new Share("v", 1), new Share("w", 1)), "default", "other");
        Split partly = new Split(List.of(new Share("on", 1), new Share("off", 2)), "default", "");
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
                        "The split of \"fallthrough\" turns off for a part of the subjects; a rollout to 33 % stands for"
                                + " it, which chooses others."),
                argumentSet(
                        "two groups",
                        valued(Value.of("1"), OFF, rule(ConditionDefinition.ALWAYS, 5_000, halves)),
                        "The rollout and the split of \"rule 1\" have groups or attributes of their own; those of the"
                                + " rollout stand for both, and others get each variant."),
                argumentSet(
                        "too many ways",
                        bool(OFF, rule(puzzle(), ON)),
                        "\"rule 1\" is left out: its condition, and those before it that turn the flag off, come to"
                                + " more than 100 strategies."));
    }

    @ParameterizedTest
    @MethodSource("approximated")
    void whatCannotBeSaidIsApproximatedAndNoted(FlagDefinition flag, String note) {
        ExportedFlag exported = exported(flag);

        assertThat(exported.fidelity()).isEqualTo(Fidelity.APPROXIMATED);
        assertThat(exported.notes()).startsWith(note);
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
        Split split = new Split(List.of(new Share("v", 1), new Share("w", 1)), "default", "");
        UnleashExport export =
                export(List.of(), renamed(valued(Value.of("1"), split)), child("c", demand("w", "nonsense")));

        assertThat(export.document().features().get(1).dependencies())
                .containsExactly(new Dependency("p", true, List.of("w")));
        assertThat(export.flags().get(1).fidelity()).isEqualTo(Fidelity.EXACT);
    }

    @Test
    void aChainOfPrerequisitesIsOffAndNoted() {
        UnleashExport export = export(
                List.of(), bool("q", ON), child("p", new PrerequisiteDefinition("q", List.of())), child("f", demand()));

        assertThat(export.document().features()).extracting(Feature::enabled).containsExactly(true, true, false);
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

    /** Seven pairs of which each must hold in one of two ways: 128 altogether. */
    private static ConditionDefinition puzzle() {
        return new ConditionDefinition.All(IntStream.range(0, 7)
                .<ConditionDefinition>mapToObj(i -> new ConditionDefinition.Any(
                        List.of(Compare.of("a" + i, Operator.IN, "1"), Compare.of("b" + i, Operator.IN, "1"))))
                .toList());
    }

    private static Feature feature(FlagDefinition flag) {
        return export(List.of(), flag).document().features().get(0);
    }

    private static ExportedFlag exported(FlagDefinition flag) {
        return export(List.of(), flag).flags().get(0);
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
