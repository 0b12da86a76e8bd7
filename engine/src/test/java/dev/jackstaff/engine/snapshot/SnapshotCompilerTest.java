package dev.jackstaff.engine.snapshot;

import static dev.jackstaff.engine.snapshot.FlagFixtures.OFF;
import static dev.jackstaff.engine.snapshot.FlagFixtures.ON;
import static dev.jackstaff.engine.snapshot.FlagFixtures.aFlag;
import static dev.jackstaff.engine.snapshot.FlagFixtures.contextWith;
import static dev.jackstaff.engine.snapshot.FlagFixtures.evaluate;
import static dev.jackstaff.engine.snapshot.FlagFixtures.variantOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotCompilerTest {
    private static final ConditionDefinition IN_SWEDEN = Comparison.of("country", Operator.IN, "SE");
    private static final EvaluationContext SWEDE = contextWith("country", "SE");
    private static final EvaluationContext DANE = contextWith("country", "DK");

    @Test
    void aFlagWithoutRulesIsStatic() {
        Evaluation answer = evaluate(aFlag("f").otherwise(ON), SWEDE);

        assertThat(answer.reason()).isEqualTo(Reason.STATIC);
        assertThat(variantOf(answer)).isEqualTo("on");
    }

    @Test
    void aFlagThatIsOffServesItsOffVariant() {
        Evaluation answer = evaluate(aFlag("f").off().otherwise(ON), SWEDE);

        assertThat(answer.reason()).isEqualTo(Reason.DISABLED);
        assertThat(variantOf(answer)).isEqualTo("off");
    }

    @Test
    void theFirstMatchingRuleWins() {
        FlagFixtures.FlagBuilder flag = aFlag("f")
                .when(IN_SWEDEN, OFF)
                .when(ConditionDefinition.ALWAYS, ON)
                .otherwise(OFF);

        assertThat(variantOf(evaluate(flag, SWEDE))).isEqualTo("off");
        assertThat(evaluate(flag, SWEDE).reason()).isEqualTo(Reason.TARGETING_MATCH);
        assertThat(evaluate(flag, DANE).metadata()).containsEntry("rule", "rule 2");
    }

    @Test
    void noMatchIsTheDefault() {
        Evaluation answer = evaluate(aFlag("f").when(IN_SWEDEN, ON), DANE);

        assertThat(answer.reason()).isEqualTo(Reason.DEFAULT);
        assertThat(variantOf(answer)).isEqualTo("off");
    }

    @Test
    void aRolloutThatExcludesIsNoMatch() {
        RolloutDefinition nobody = new RolloutDefinition(0, "default", "");
        RuleDefinition empty = new RuleDefinition("nobody", "", true, ConditionDefinition.ALWAYS, nobody, ON);

        Evaluation answer = evaluate(aFlag("f").rule(empty), EvaluationContext.of("7"));

        assertThat(answer.reason()).isEqualTo(Reason.DEFAULT);
    }

    @Test
    void aPartialRolloutDecidesByTheSubjectsBucket() {
        RolloutDefinition half = new RolloutDefinition(5_000, "customField", "");
        RuleDefinition rule = new RuleDefinition("half", "", true, ConditionDefinition.ALWAYS, half, ON);
        FlagFixtures.FlagBuilder flag =
                aFlag("Feature.flexible.rollout.custom.stickiness_50").rule(rule);

        assertThat(variantOf(evaluate(flag, contextWith("customField", "402")))).isEqualTo("off");
        assertThat(variantOf(evaluate(flag, contextWith("customField", "388")))).isEqualTo("on");
        assertThat(evaluate(flag, contextWith("customField", 388)).reason()).isEqualTo(Reason.SPLIT);
        assertThat(variantOf(evaluate(flag, SWEDE))).isEqualTo("off");
    }

    @Test
    void aSplitServesByWeight() {
        Split split = new Split(List.of(new WeightedVariant("on", 1), new WeightedVariant("off", 1)), "default", "a");
        FlagFixtures.FlagBuilder flag = aFlag("f").otherwise(split);

        assertThat(variantOf(evaluate(flag, EvaluationContext.of("5")))).isEqualTo("on");
        assertThat(variantOf(evaluate(flag, EvaluationContext.of("0")))).isEqualTo("off");
        assertThat(evaluate(flag, EvaluationContext.of("0")).reason()).isEqualTo(Reason.SPLIT);
    }

    @Test
    void disabledRulesAreNotAsked() {
        RuleDefinition disabled =
                new RuleDefinition("", "", false, ConditionDefinition.ALWAYS, RolloutDefinition.EVERYONE, OFF);

        assertThat(evaluate(aFlag("f").rule(disabled).otherwise(ON), SWEDE).reason())
                .isEqualTo(Reason.STATIC);
    }

    @Test
    void aParentThatIsOffSwitchesItsChildOff() {
        FlagSet flags = SnapshotCompiler.compile(
                List.of(
                        aFlag("child").needing("parent").otherwise(ON).build(),
                        aFlag("parent").off().build()),
                List.of());

        Evaluation answer = flags.evaluate("child", SWEDE);

        assertThat(answer.reason()).isEqualTo(Reason.DISABLED);
        assertThat(answer.metadata()).containsEntry("prerequisite", "parent");
    }

    @Test
    void aParentForServersOnlyIsNotNamedByAChildThatClientsSee() {
        FlagSet flags = SnapshotCompiler.compile(
                List.of(
                        aFlag("child").needing("secret").otherwise(ON).build(),
                        aFlag("sibling").serverOnly().needing("secret").build(),
                        aFlag("secret").serverOnly().off().build()),
                List.of());

        assertThat(flags.evaluate("child", SWEDE).reason()).isEqualTo(Reason.DISABLED);
        assertThat(flags.evaluate("child", SWEDE).metadata()).isEmpty();
        assertThat(flags.evaluate("sibling", SWEDE).metadata()).containsEntry("prerequisite", "secret");
    }

    @Test
    void aChainOfParentsIsFollowedForTheSameContext() {
        FlagSet flags = SnapshotCompiler.compile(
                List.of(
                        aFlag("child").needing("parent", "on").otherwise(ON).build(),
                        aFlag("parent").needing("grandparent").otherwise(ON).build(),
                        aFlag("grandparent").when(IN_SWEDEN, ON).build()),
                List.of());

        assertThat(variantOf(flags.evaluate("child", SWEDE))).isEqualTo("on");
        assertThat(flags.evaluate("child", DANE).reason()).isEqualTo(Reason.DISABLED);
    }

    @Test
    void aParentsVariantsCanBeNamedItsOffVariantToo() {
        FlagSet flags = SnapshotCompiler.compile(
                List.of(
                        aFlag("child").needing("parent", "off").otherwise(ON).build(),
                        aFlag("parent").when(IN_SWEDEN, ON).build()),
                List.of());

        assertThat(variantOf(flags.evaluate("child", DANE))).isEqualTo("on");
        assertThat(variantOf(flags.evaluate("child", SWEDE))).isEqualTo("off");
    }

    @Test
    void flagsInACircleAreRefusedAndOthersAnswer() {
        FlagSet flags = SnapshotCompiler.compile(
                List.of(
                        aFlag("a").needing("b").build(),
                        aFlag("b").needing("a").build(),
                        aFlag("c").otherwise(ON).build()),
                List.of());

        assertThat(flags.evaluate("a", SWEDE).errorCode()).isEqualTo(ErrorCode.PARSE_ERROR);
        assertThat(flags.problems())
                .anySatisfy(problem -> assertThat(problem.reason()).contains("a -> b -> a"));
        assertThat(variantOf(flags.evaluate("c", SWEDE))).isEqualTo("on");
    }

    @Test
    void diamondsOfPrerequisitesCannotMakeAnEvaluationExplode() {
        List<FlagDefinition> definitions = new ArrayList<>();
        definitions.add(aFlag("a0").build());
        definitions.add(aFlag("b0").build());
        for (int i = 1; i < 25; i++) {
            definitions.add(
                    aFlag("a" + i).needing("a" + (i - 1)).needing("b" + (i - 1)).build());
            definitions.add(
                    aFlag("b" + i).needing("a" + (i - 1)).needing("b" + (i - 1)).build());
        }

        FlagSet flags = SnapshotCompiler.compile(definitions, List.of());

        assertThat(flags.evaluate("a24", SWEDE).reason()).isIn(Reason.ERROR, Reason.DISABLED);
        assertThat(flags.problems()).isNotEmpty();
    }

    @Test
    void segmentsAreSharedAndNested() {
        List<SegmentDefinition> segments = List.of(
                new SegmentDefinition("nordic", new ConditionDefinition.InSegment("swedes")),
                new SegmentDefinition("swedes", IN_SWEDEN));
        FlagDefinition flag =
                aFlag("f").when(new ConditionDefinition.InSegment("nordic"), ON).build();

        FlagSet flags = SnapshotCompiler.compile(List.of(flag), segments);

        assertThat(variantOf(flags.evaluate("f", SWEDE))).isEqualTo("on");
        assertThat(variantOf(flags.evaluate("f", DANE))).isEqualTo("off");
    }

    @Test
    void aBrokenOperandIsReportedWithFlagRuleAndReason() {
        FlagFixtures.FlagBuilder flag = aFlag("f").when(Comparison.of("age", Operator.NUM_GT, "many"), ON);

        FlagSet flags = SnapshotCompiler.compile(List.of(flag.build()), List.of());

        assertThat(flags.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.flag()).isEqualTo("f");
            assertThat(problem.message()).isEqualTo("rule 1: not a number: \"many\"");
        });
        assertThat(flags.evaluate("f", SWEDE).errorDetails()).contains("not a number");
    }

    @Test
    void whatIsDeepButAllowedCanBeReadFromTheSnapshotThatHoldsIt() {
        ConditionDefinition deep = nested(29);
        FlagDefinition flag = aFlag("f").when(deep, ON).build();
        Snapshot snapshot = new Snapshot(
                "p", "e", "id", 1, Instant.EPOCH, List.of(flag), List.of(new SegmentDefinition("s", deep)), List.of());

        assertThat(SnapshotCompiler.compile(snapshot).problems()).isEmpty();
        assertThat(SnapshotReader.read(SnapshotWriter.write(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void aConditionTooDeepForTheSnapshotIsReported() {
        FlagFixtures.FlagBuilder flag = aFlag("f").when(nested(30), ON);

        assertThat(SnapshotCompiler.compile(List.of(flag.build()), List.of()).problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).startsWith("rule 1: conditions must be nested at most"));
    }

    private static ConditionDefinition nested(int groups) {
        ConditionDefinition condition = IN_SWEDEN;
        for (int i = 0; i < groups; i++) {
            condition = new ConditionDefinition.Any(List.of(condition, IN_SWEDEN));
        }
        return condition;
    }

    @Test
    void aRegularExpressionThatWouldTakeAllMemoryIsReported() {
        FlagFixtures.FlagBuilder flag =
                aFlag("f").when(Comparison.of("x", Operator.REGEX, "((a{1000}){1000}){1000}"), ON);

        assertThat(SnapshotCompiler.compile(List.of(flag.build()), List.of()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("written out"));
    }

    @Test
    void segmentsThatNameEachOtherTwiceCannotMakeAnEvaluationExplode() {
        List<SegmentDefinition> segments = new ArrayList<>();
        segments.add(new SegmentDefinition("s0", ConditionDefinition.ALWAYS));
        for (int i = 1; i < 30; i++) {
            ConditionDefinition inner = new ConditionDefinition.InSegment("s" + (i - 1));
            segments.add(new SegmentDefinition("s" + i, new ConditionDefinition.All(List.of(inner, inner))));
        }
        FlagDefinition flag =
                aFlag("f").when(new ConditionDefinition.InSegment("s29"), ON).build();

        FlagSet flags = SnapshotCompiler.compile(List.of(flag), segments);

        assertThat(flags.evaluate("f", SWEDE).errorCode()).isEqualTo(ErrorCode.PARSE_ERROR);
    }

    @Test
    void aChainOfSegmentsThatIsTooLongLeavesItsEndsUsable() {
        List<SegmentDefinition> segments = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            segments.add(new SegmentDefinition("s" + i, new ConditionDefinition.InSegment("s" + (i + 1))));
        }
        segments.add(new SegmentDefinition("s40", IN_SWEDEN));
        List<FlagDefinition> definitions = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            definitions.add(aFlag("f" + i)
                    .when(new ConditionDefinition.InSegment("s" + i), ON)
                    .build());
        }

        FlagSet flags = SnapshotCompiler.compile(definitions, segments);

        assertThat(variantOf(flags.evaluate("f9", SWEDE))).isEqualTo("on");
        assertThat(variantOf(flags.evaluate("f33", SWEDE))).isEqualTo("on");
    }

    @Test
    void anUnknownFlagIsAnAnswerToo() {
        assertThat(FlagSet.EMPTY.evaluate("f", SWEDE).errorCode()).isEqualTo(ErrorCode.FLAG_NOT_FOUND);
    }

    @Test
    void aValueMayBeAsDeepAsAnyDocumentThatHoldsItCanBeRead() {
        String brackets = "[\"]]\\\"[\",".repeat(49) + "[]" + "]".repeat(49);

        assertThat(Value.parse(ValueType.JSON, brackets).json()).isEqualTo(brackets);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Value.parse(ValueType.JSON, "[" + brackets + "]"))
                .withMessageContaining("at most 50 deep");
    }

    @Test
    void numbersKeepTheirType() {
        assertThat(Value.of(10.0).json()).isEqualTo("10.0");
        assertThat(Value.of(10L).json()).isEqualTo("10");
        assertThat(Value.of(1e21).json()).isEqualTo("1000000000000000000000.0");
        assertThat(Value.of(1e-7).json()).isEqualTo("0.00000010");
    }
}
