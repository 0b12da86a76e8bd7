package dev.jackstaff.protocols.flagsmith.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.flagsmith.compiler.EnvironmentDocumentCompiler;
import dev.jackstaff.protocols.flagsmith.compiler.FlagsmithBucketing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Percentages of native flags, chosen by the edge and by who evaluates the exported document. */
class FlagsmithPercentageTest {
    private static final int SUBJECTS = 4_000;
    private static final String KEY = "environment-id";
    private static final Serve ON = new Serve("on");
    private static final Serve OFF = new Serve("off");
    private static final ConditionDefinition IN_SWEDEN = Comparison.of("country", Operator.IN, "SE");

    static Stream<Arguments> percentages() {
        return Stream.of(
                argumentSet("a rollout", flag(OFF, rule(5_000, "default", ON)), "on", 0.5),
                argumentSet("a small rollout", flag(OFF, rule(150, "default", ON)), "on", 0.015),
                argumentSet("a rollout to nobody", flag(OFF, rule(0, "default", ON)), "on", 0.0),
                argumentSet("a rollout by user id", flag(OFF, rule(2_500, "userId", ON)), "on", 0.25),
                argumentSet("a rollout by an attribute", flag(OFF, rule(2_500, "company", ON)), "on", 0.25),
                argumentSet(
                        "a rollout behind another",
                        flag(OFF, rule(5_000, "default", ON), rule(5_000, "default", ON)),
                        "on",
                        0.75),
                argumentSet("a split of on and off", flag(split("default", 3, 7)), "on", 0.3),
                argumentSet("a split of on and off by attribute", flag(split("company", 3, 7)), "on", 0.3),
                argumentSet(
                        "a rollout of a split of on and off",
                        flag(OFF, rule(5_000, "default", split("default", 1, 1))),
                        "on",
                        0.25),
                argumentSet(
                        "a rollout of a split, and others on",
                        flag(ON, rule(5_000, "default", split("default", 1, 1))),
                        "on",
                        0.75),
                argumentSet("a split of texts", texts(split3("default")), "blue", 0.5),
                argumentSet("a split of texts by attribute", texts(split3("company")), "blue", 0.5),
                argumentSet("a split by an attribute that is absent", texts(split3("nobodyHasIt")), "blue", 1.0),
                argumentSet(
                        "a rollout of a split of texts",
                        texts(new Serve("red"), rule(5_000, "default", split3("default"))),
                        "green",
                        0.15),
                argumentSet(
                        "a rollout of a split of texts by attribute",
                        texts(new Serve("red"), rule(5_000, "company", split3("company"))),
                        "green",
                        0.15));
    }

    @ParameterizedTest
    @MethodSource("percentages")
    void theEdgeAndWhoEvaluatesLocallyChooseTheSameSubjects(FlagDefinition flag, String variant, double share) {
        Snapshot snapshot = snapshot(flag);
        FlagSet asking = asking(snapshot);
        FlagSet local = EnvironmentDocumentCompiler.compile(
                FlagsmithExport.of(snapshot, KEY).document());

        List<EvaluationContext> subjects = subjects();
        assertThat(subjects).allSatisfy(subject -> assertThat(served(asking, flag, subject))
                .isEqualTo(served(local, flag, subject)));
        assertThat(subjects.stream()
                        .filter(subject -> variant.equals(variant(asking.evaluate(flag.key(), subject))))
                        .count())
                .isCloseTo(Math.round(share * SUBJECTS), within((long) (0.03 * SUBJECTS)));
        assertThat(served(asking, flag, EvaluationContext.builder().build()))
                .as("without an identity")
                .isEqualTo(served(local, flag, EvaluationContext.builder().build()));
    }

    /** What a Flagsmith client sees: a boolean flag has no value. */
    private static String served(FlagSet flags, FlagDefinition flag, EvaluationContext subject) {
        Evaluation answer = flags.evaluate(flag.key(), subject);
        return flag.type() == ValueType.BOOLEAN || answer.variant() == null
                ? "enabled: " + answer.enabled()
                : "enabled: " + answer.enabled() + ", "
                        + answer.variant().value().text();
    }

    private static String variant(Evaluation answer) {
        return answer.variant() == null
                ? ""
                : Objects.requireNonNull(answer.variant()).key();
    }

    @Test
    void aRuleWithoutPercentageInFrontMovesNobody() {
        FlagDefinition before = flag(OFF, rule(5_000, "default", ON));
        FlagDefinition after = flag(OFF, RuleDefinition.of("swedes", IN_SWEDEN, OFF), rule(5_000, "default", ON));

        FlagSet old = asking(snapshot(before));
        FlagSet now = asking(snapshot(after));

        assertThat(subjects())
                .allSatisfy(subject -> assertThat(now.evaluate("f", subject).enabled())
                        .isEqualTo(old.evaluate("f", subject).enabled()));
    }

    @Test
    void aLargerRolloutKeepsItsSubjects() {
        FlagSet old = asking(snapshot(flag(OFF, rule(2_000, "default", ON))));
        FlagSet now = asking(snapshot(flag(OFF, rule(4_000, "default", ON))));

        assertThat(subjects().stream()
                        .filter(subject -> old.evaluate("f", subject).enabled()))
                .isNotEmpty()
                .allSatisfy(subject ->
                        assertThat(now.evaluate("f", subject).enabled()).isTrue());
    }

    @Test
    void aPrerequisiteIsAsThatFlagAnswers() {
        FlagDefinition parent = flag(OFF, rule(5_000, "default", ON));
        FlagDefinition child = new FlagDefinition(
                "child",
                ValueType.BOOLEAN,
                true,
                false,
                parent.variants(),
                "off",
                ON,
                List.of(new PrerequisiteDefinition("f", List.of())),
                List.of(),
                FlagDefinition.NATIVE_BUCKETING);

        FlagSet asking = asking(snapshot(child, parent));

        assertThat(subjects()).allSatisfy(subject -> assertThat(
                        asking.evaluate("child", subject).enabled())
                .isEqualTo(asking.evaluate("f", subject).enabled()));
    }

    @Test
    void flagsWithoutPercentageAreTheCompiledOnes() {
        Snapshot snapshot = snapshot(flag(OFF, RuleDefinition.of("swedes", IN_SWEDEN, ON)));
        FlagSet compiled = SnapshotCompiler.compile(snapshot);

        assertThat(FlagsmithBucketing.rebucket(snapshot, compiled, KEY)).isSameAs(compiled);
    }

    private static FlagSet asking(Snapshot snapshot) {
        return FlagsmithBucketing.rebucket(snapshot, SnapshotCompiler.compile(snapshot), KEY);
    }

    private static List<EvaluationContext> subjects() {
        return IntStream.range(0, SUBJECTS)
                .mapToObj(i -> EvaluationContext.builder()
                        .attribute(EvaluationContext.TARGETING_KEY, "subject-" + i)
                        .attribute("company", "company-" + i)
                        .build())
                .toList();
    }

    private static RuleDefinition rule(int basisPoints, String stickiness, OutcomeDefinition outcome) {
        return new RuleDefinition(
                "some",
                "",
                true,
                ConditionDefinition.ALWAYS,
                new RolloutDefinition(basisPoints, stickiness, ""),
                outcome);
    }

    private static Split split(String stickiness, int on, int off) {
        return new Split(List.of(new WeightedVariant("on", on), new WeightedVariant("off", off)), stickiness, "");
    }

    private static Split split3(String stickiness) {
        return new Split(
                List.of(
                        new WeightedVariant("red", 20),
                        new WeightedVariant("green", 30),
                        new WeightedVariant("blue", 50)),
                stickiness,
                "");
    }

    private static FlagDefinition flag(OutcomeDefinition fallthrough, RuleDefinition... rules) {
        List<VariantDefinition> variants =
                List.of(new VariantDefinition("on", Value.of(true)), new VariantDefinition("off", Value.of(false)));
        return flag(ValueType.BOOLEAN, variants, fallthrough, rules);
    }

    private static FlagDefinition texts(OutcomeDefinition fallthrough, RuleDefinition... rules) {
        List<VariantDefinition> variants = Stream.of("red", "green", "blue")
                .map(colour -> new VariantDefinition(colour, Value.of("the colour " + colour)))
                .toList();
        return flag(ValueType.STRING, variants, fallthrough, rules);
    }

    private static FlagDefinition flag(
            ValueType type, List<VariantDefinition> variants, OutcomeDefinition fallthrough, RuleDefinition... rules) {
        return new FlagDefinition(
                "f",
                type,
                true,
                false,
                variants,
                variants.get(variants.size() - 1).key(),
                fallthrough,
                List.of(),
                Arrays.asList(rules),
                FlagDefinition.NATIVE_BUCKETING);
    }

    private static Snapshot snapshot(FlagDefinition... flags) {
        return new Snapshot("shop", "production", "id", 7, Instant.EPOCH, List.of(flags), List.of(), List.of());
    }
}
