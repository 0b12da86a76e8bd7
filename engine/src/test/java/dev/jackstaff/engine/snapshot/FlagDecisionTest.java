package dev.jackstaff.engine.snapshot;

import static dev.jackstaff.engine.snapshot.FlagFixtures.contextWith;
import static dev.jackstaff.engine.snapshot.FlagFixtures.variantOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Off;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a flag counts as on, and the reason for what it serves. */
class FlagDecisionTest {
    private static final EvaluationContext NOBODY = EvaluationContext.builder().build();
    private static final Split BLUE_OR_RED =
            new Split(List.of(new WeightedVariant("blue", 1), new WeightedVariant("red", 1)), "default", "");

    @Test
    void aFlagThatIsNotBooleanIsOnWithEveryPartOfItsSplit() {
        FlagDefinition flag = colour("blue", BLUE_OR_RED);

        for (int user = 0; user < 100; user++) {
            Evaluation evaluation = evaluate(flag, EvaluationContext.of("u" + user));

            assertThat(evaluation.enabled()).as(variantOf(evaluation)).isTrue();
            assertThat(evaluation.reason()).isEqualTo(Reason.SPLIT);
        }
    }

    @Test
    void aFlagThatIsNotBooleanIsOnWhileARuleServesItsOffVariant() {
        assertThat(evaluate(colour("blue", new Serve("blue")), NOBODY).enabled())
                .isTrue();
        assertThat(evaluate(
                                colour(
                                        "blue",
                                        new Off(),
                                        RuleDefinition.of("", ConditionDefinition.ALWAYS, new Serve("blue"))),
                                NOBODY)
                        .enabled())
                .isTrue();
    }

    @Test
    void aFlagThatIsTurnedOffIsOffWhateverItServes() {
        assertThat(evaluate(colour("blue", new Off()), NOBODY).enabled()).isFalse();
        assertThat(evaluate(colour(null, new Off()), NOBODY).enabled()).isFalse();
    }

    @Test
    void aBooleanFlagIsOffWithItsOffVariant() {
        List<VariantDefinition> variants =
                List.of(new VariantDefinition("blue", Value.of(true)), new VariantDefinition("red", Value.of(true)));
        FlagDefinition flag = flag(ValueType.BOOLEAN, variants, "blue", new Serve("blue"));

        assertThat(evaluate(flag, NOBODY).enabled()).isFalse();
    }

    @Test
    void aChildOfAFlagThatServesItsOffVariantIsOn() {
        FlagDefinition parent = colour("blue", new Serve("blue"));
        FlagDefinition child = new FlagDefinition(
                "child",
                ValueType.BOOLEAN,
                true,
                false,
                List.of(new VariantDefinition("on", Value.of(true))),
                null,
                new Serve("on"),
                List.of(new PrerequisiteDefinition("colour", List.of())),
                List.of(),
                FlagDefinition.NATIVE_BUCKETING);

        assertThat(SnapshotCompiler.compile(List.of(parent, child), List.of())
                        .evaluate("child", NOBODY)
                        .enabled())
                .isTrue();
    }

    @Test
    void whereNothingWasChosenTheReasonIsTheDefault() {
        assertThat(evaluate(colour(null, new Off()), NOBODY).reason()).isEqualTo(Reason.DEFAULT);
        assertThat(evaluate(colour(null, new Serve("red"), turnedOff()), NOBODY).reason())
                .isEqualTo(Reason.DEFAULT);
        assertThat(evaluate(colour(null, by("plan")), NOBODY).reason()).isEqualTo(Reason.DEFAULT);
    }

    @Test
    void whereTheOffVariantWasChosenTheReasonSaysHow() {
        assertThat(evaluate(colour("blue", new Off()), NOBODY).reason()).isEqualTo(Reason.STATIC);
        assertThat(evaluate(colour("blue", new Serve("red"), turnedOff()), NOBODY)
                        .reason())
                .isEqualTo(Reason.TARGETING_MATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "sessionId", "userId", "targetingKey"})
    void aSplitWithoutItsAttributeLeavesTheDecisionToTheNextRule(String attribute) {
        FlagDefinition flag = colour(
                "blue", new Serve("green"), RuleDefinition.of("split", ConditionDefinition.ALWAYS, by(attribute)));

        Evaluation without = evaluate(flag, NOBODY);
        Evaluation with = evaluate(flag, contextWith(attribute, "7"));

        assertThat(variantOf(without)).isEqualTo("green");
        assertThat(without.reason()).isEqualTo(Reason.DEFAULT);
        assertThat(without.metadata()).isEmpty();
        assertThat(variantOf(with)).isIn("blue", "red");
    }

    @Test
    void aListIsNoIdentifierOfASplit() {
        FlagDefinition flag =
                colour("blue", new Serve("green"), RuleDefinition.of("split", ConditionDefinition.ALWAYS, by("plan")));

        assertThat(variantOf(evaluate(flag, contextWith("plan", List.of("a"))))).isEqualTo("green");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "random"})
    void aSplitThatNeedsNoAttributeDecidesForEverybody(String stickiness) {
        FlagDefinition flag = colour(
                "blue", new Serve("green"), RuleDefinition.of("split", ConditionDefinition.ALWAYS, by(stickiness)));

        assertThat(variantOf(evaluate(flag, NOBODY))).isIn("blue", "red");
    }

    @Test
    void theLastSplitWithoutItsAttributeTurnsOff() {
        Evaluation evaluation = evaluate(colour("blue", by("plan")), NOBODY);

        assertThat(variantOf(evaluation)).isEqualTo("blue");
        assertThat(evaluation.enabled()).isFalse();
        assertThat(evaluation.reason()).isEqualTo(Reason.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void rolloutAndSplitTreatAMissingAttributeAlike(Kind kind) {
        RuleDefinition rule = kind == Kind.SPLIT
                ? RuleDefinition.of("r", ConditionDefinition.ALWAYS, by("plan"))
                : new RuleDefinition(
                        "r",
                        "",
                        true,
                        ConditionDefinition.ALWAYS,
                        new RolloutDefinition(9_999, "plan", ""),
                        new Serve("red"));

        assertThat(variantOf(evaluate(colour("blue", new Serve("green"), rule), NOBODY)))
                .isEqualTo("green");
    }

    /** The two ways in which a rule goes by an attribute. */
    enum Kind {
        SPLIT,
        ROLLOUT
    }

    private static Split by(String stickiness) {
        return new Split(BLUE_OR_RED.variants(), stickiness, "");
    }

    private static RuleDefinition turnedOff() {
        return RuleDefinition.of("off", ConditionDefinition.ALWAYS, new Off());
    }

    private static Evaluation evaluate(FlagDefinition flag, EvaluationContext context) {
        return SnapshotCompiler.compile(List.of(flag), List.of()).evaluate(flag.key(), context);
    }

    private static FlagDefinition colour(
            @Nullable String offVariant, OutcomeDefinition fallthrough, RuleDefinition... rules) {
        List<VariantDefinition> variants = List.of(
                new VariantDefinition("blue", Value.of("#00f")),
                new VariantDefinition("red", Value.of("#f00")),
                new VariantDefinition("green", Value.of("#0f0")));
        return flag(ValueType.STRING, variants, offVariant, fallthrough, rules);
    }

    private static FlagDefinition flag(
            ValueType type,
            List<VariantDefinition> variants,
            @Nullable String offVariant,
            OutcomeDefinition fallthrough,
            RuleDefinition... rules) {
        return new FlagDefinition(
                "colour",
                type,
                true,
                false,
                variants,
                offVariant,
                fallthrough,
                List.of(),
                Arrays.asList(rules),
                FlagDefinition.NATIVE_BUCKETING);
    }
}
