package dev.jackstaff.engine.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.bucketing.Murmur3Bucketing;
import dev.jackstaff.engine.bucketing.Stickiness;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.condition.OneOf;
import dev.jackstaff.engine.flag.Explanation.BucketAssignment;
import dev.jackstaff.engine.flag.Explanation.ConditionResult;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.ComparisonResult;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.GroupResult;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.PercentageResult;
import dev.jackstaff.engine.flag.Explanation.RuleResult;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Evaluation ON = Evaluation.on("f", Variant.of("on", Value.of(true)), Reason.TARGETING_MATCH);
    private static final Evaluation OFF = Evaluation.off("f", Variant.of("off", Value.of(false)), Reason.DEFAULT);
    private static final Condition SWEDE = new OneOf(Attribute.named("country"), Set.of("SE"));
    /** {@code gr1:123} has Unleash's percent 73. */
    private static final Condition MOST =
            new Condition.Percentage(Murmur3Bucketing.INSTANCE.rollout("gr1", 7_300), Stickiness.named("userId"));

    private final EvaluationContext dane = EvaluationContext.builder()
            .attribute("userId", "123")
            .attribute("country", "DK")
            .build();

    @Test
    void everyRuleThatWasAskedIsToldWithItsConditions() {
        Flag flag =
                ruled(when("swedes", SWEDE), when("most", new Condition.Not(new Condition.InSegment("north", SWEDE))));

        Explanation explanation = flag.explain(dane);

        ComparisonResult comparison = new ComparisonResult("country", "DK", "IN", "SE", false, false);
        ConditionResult segment = new GroupResult("segment north", false, List.of(comparison));
        assertThat(explanation.rules())
                .containsExactly(
                        new RuleResult("swedes", false, comparison),
                        new RuleResult("most", true, new GroupResult("not", true, List.of(segment))));
        assertThat(explanation.evaluation()).isSameAs(ON);
    }

    @Test
    void aShareIsToldAsBucketAgainstLimit() {
        Explanation explanation = ruled(when("most", MOST)).explain(dane);

        assertThat(explanation.rules()).hasSize(1);
        assertThat(explanation.rules().get(0).condition()).isInstanceOfSatisfying(PercentageResult.class, share -> {
            assertThat(share.held()).isTrue();
            assertThat(share.limit()).isEqualTo(7_300);
            assertThat(share.assignment().identifier()).isEqualTo("123");
            assertThat(share.assignment().bucket()).isBetween(7_201, 7_300);
        });
    }

    @Test
    void aSplitIsToldWithItsPlacement() {
        Outcome split = new Outcome.Split(
                Murmur3Bucketing.INSTANCE.split("gr1", List.of(1_000)),
                Stickiness.named("userId"),
                List.of(ON),
                OFF,
                OFF,
                false);

        Explanation explanation = new Flag("f", false, List.of(), split).explain(dane);

        assertThat(explanation.assignments()).containsExactly(new BucketAssignment("userId", "123", 796));
    }

    @Test
    void whatLacksAnIdentifierHasNoBucket() {
        Explanation explanation =
                ruled(when("most", MOST)).explain(EvaluationContext.builder().build());

        assertThat(explanation.rules().get(0).condition())
                .isEqualTo(new PercentageResult(new BucketAssignment("userId", null, null), 7_300, false));
    }

    @Test
    void aRuleWhoseSplitLacksItsIdentifierIsToldAsNoMatch() {
        Outcome split = new Outcome.Split(
                Murmur3Bucketing.INSTANCE.split("gr1", List.of(1_000)),
                Stickiness.named("country"),
                List.of(ON),
                OFF,
                OFF,
                true);

        Explanation explanation = ruled(new Rule.Conditional("split", Condition.always(), split))
                .explain(EvaluationContext.builder().build());

        assertThat(explanation.rules().get(0).matched()).isFalse();
        assertThat(explanation.assignments()).containsExactly(new BucketAssignment("country", null, null));
    }

    @Test
    void aNumberIsToldAsItIsCompared() {
        EvaluationContext large =
                EvaluationContext.builder().attribute("country", 12_345_678.9).build();

        assertThat(ruled(when("swedes", SWEDE)).explain(large).rules().get(0).condition())
                .isInstanceOfSatisfying(ComparisonResult.class, result -> assertThat(result.value())
                        .isEqualTo("12345678.9"));
    }

    @Test
    void aDecisionOfVeryManyStepsIsToldUpToABound() {
        List<Condition> unmet = Collections.nCopies(50_000, SWEDE);

        Explanation explanation = ruled(when("many", new Condition.Any(unmet)), when("most", MOST))
                .explain(dane);

        assertThat(explanation.evaluation()).isSameAs(ON);
        assertThat(explanation.omittedSteps()).isEqualTo(50_000 - 9_998 + 1);
        assertThat(explanation.rules()).hasSize(1);
        assertThat(explanation.rules().get(0).condition())
                .isInstanceOfSatisfying(
                        GroupResult.class, any -> assertThat(any.parts()).hasSize(9_998));
    }

    @Test
    void whatSteersATerminalIsNotTold() {
        EvaluationContext hostile =
                EvaluationContext.builder().attribute("userId", "\u001b[2J").build();
        Flag flag = ruled(when("\u0007", new Condition.InSegment("\u0007", MOST)));

        assertThat(flag.explain(hostile).toString()).doesNotContain("\u001b", "\u0007");
    }

    @Test
    void aPrerequisiteIsToldWithItsOwnPath() {
        Flag parent = ruled(when("swedes", SWEDE));
        Prerequisite prerequisite = new Prerequisite(parent, new Prerequisite.Requirement.On(), OFF);

        Explanation explanation = new Flag("child", false, List.of(prerequisite), new Outcome.Fixed(ON)).explain(dane);

        assertThat(explanation.evaluation()).isSameAs(OFF);
        assertThat(explanation.prerequisites()).singleElement().satisfies(asked -> {
            assertThat(asked.met()).isFalse();
            assertThat(asked.parent().rules()).hasSize(1);
        });
    }

    private static Flag ruled(Rule... rules) {
        return new Flag("f", false, List.of(), new Outcome.FirstMatch(List.of(rules), new Outcome.Fixed(OFF)));
    }

    private static Rule when(String name, Condition condition) {
        return new Rule.Conditional(name, condition, new Outcome.Fixed(ON));
    }
}
