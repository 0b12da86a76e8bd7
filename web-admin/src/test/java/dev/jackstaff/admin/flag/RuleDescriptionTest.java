package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.All;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Any;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.ConditionDefinition.InSegment;
import dev.jackstaff.engine.snapshot.ConditionDefinition.None;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleDescriptionTest {
    private static final Comparison COUNTRY = Comparison.of("country", Operator.IN, "SE", "NO");
    private static final InSegment BETA = new InSegment("beta");

    static List<Arguments> conditions() {
        return List.of(
                argumentSet("comparison", COUNTRY, "country is one of SE, NO"),
                argumentSet(
                        "inverted comparison",
                        new Comparison("plan", Operator.IN, List.of("pro"), true, false),
                        "not (plan is one of pro)"),
                argumentSet("without values", Comparison.of("userId", Operator.EXISTS), "userId is present"),
                argumentSet("segment", BETA, "in segment beta"),
                argumentSet("always", ConditionDefinition.ALWAYS, "everybody"),
                argumentSet("never", new Any(List.of()), "nobody"),
                argumentSet("none of nothing", new None(List.of()), "everybody"),
                argumentSet("all", new All(List.of(COUNTRY, BETA)), "country is one of SE, NO and in segment beta"),
                argumentSet(
                        "groups within groups",
                        new All(List.of(BETA, new Any(List.of(COUNTRY, BETA)))),
                        "in segment beta and (country is one of SE, NO or in segment beta)"),
                argumentSet("none", new None(List.of(BETA)), "not (in segment beta)"),
                argumentSet(
                        "many values",
                        Comparison.of("id", Operator.IN, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
                        "id is one of 1, 2, 3, 4, 5, 6, 7, 8 and 2 more"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void aConditionReadsAsASentence(ConditionDefinition condition, String sentence) {
        assertThat(RuleDescription.condition(condition)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource
    void everyOperatorHasWords(Operator operator) {
        assertThat(RuleDescription.condition(Comparison.of("a", operator, "b")))
                .startsWith("a ")
                .endsWith(" b");
    }

    @Test
    void aRolloutIsAPercentage() {
        RuleDefinition rule = new RuleDefinition(
                "", "", true, BETA, new RolloutDefinition(1250, "userId", ""), new OutcomeDefinition.Serve("on"));

        assertThat(RuleDescription.outcome(rule)).isEqualTo("serve on to 12.5 % by userId");
    }

    @Test
    void everyoneIsNoPercentage() {
        RuleDefinition rule = RuleDefinition.of("", BETA, new OutcomeDefinition.Off());

        assertThat(RuleDescription.outcome(rule)).isEqualTo("serve the off variant");
    }

    @Test
    void aSplitNamesItsShares() {
        OutcomeDefinition split = new OutcomeDefinition.Split(
                List.of(new OutcomeDefinition.WeightedVariant("a", 30), new OutcomeDefinition.WeightedVariant("b", 70)),
                "default",
                "");

        assertThat(RuleDescription.outcome(split)).isEqualTo("split a 30 : b 70");
    }
}
