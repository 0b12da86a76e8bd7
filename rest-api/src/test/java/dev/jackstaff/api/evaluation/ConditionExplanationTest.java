package dev.jackstaff.api.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.All;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Any;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.ConditionDefinition.InSegment;
import dev.jackstaff.engine.snapshot.ConditionDefinition.None;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an explanation says of a rule's condition. */
class ConditionExplanationTest {
    private static final Comparison SWEDE = Comparison.of("country", Operator.IN, "SE");

    static Stream<Arguments> conditions() {
        return Stream.of(
                argumentSet("in a list", Comparison.of("country", Operator.IN, "SE"), "country is one of SE"),
                argumentSet("in none", Comparison.of("country", Operator.NOT_IN, "SE"), "country is none of SE"),
                argumentSet(
                        "not in a list",
                        new Comparison("country", Operator.IN, List.of("SE"), true, false),
                        "country is none of SE"),
                argumentSet(
                        "not at least",
                        new Comparison("age", Operator.NUM_GTE, List.of("12345678"), true, false),
                        "not (age ≥ 12345678)"),
                argumentSet(
                        "not in none", new Comparison("country", Operator.NOT_IN, List.of("SE"), true, false), "not"),
                argumentSet(
                        "text in any case",
                        new Comparison("plan", Operator.STR_CONTAINS, List.of("pro"), false, true),
                        "plan contains pro, in any case"),
                argumentSet(
                        "a pattern in any case, negated",
                        new Comparison("plan", Operator.REGEX, List.of("^pro$"), true, true),
                        "not (plan matches ^pro$, in any case)"),
                argumentSet("a pattern", Comparison.of("plan", Operator.REGEX, "^pro$"), "plan matches ^pro$"),
                argumentSet("present", Comparison.of("plan", Operator.EXISTS), "plan is present"),
                argumentSet("none", new None(List.of(SWEDE, SWEDE)), "none of these"),
                argumentSet("any", new Any(List.of(SWEDE, SWEDE)), "any of these"),
                argumentSet("nobody", new Any(List.of()), "nobody"),
                argumentSet("all", new All(List.of(SWEDE, SWEDE)), "all of these"),
                argumentSet("everybody", ConditionDefinition.ALWAYS, "everybody"),
                argumentSet("a segment", new InSegment("north"), "in segment north"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void aConditionSaysWhatItsRuleSays(ConditionDefinition condition, String sentence) {
        assertThat(explain(condition).sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void noOperatorIsNamedAsDocumentsSpellIt(Operator operator) {
        String operand =
                switch (operator) {
                    case IN_CIDR -> "10.0.0.0/8";
                    case DATE_AFTER, DATE_BEFORE -> "2026-01-31T12:00:00Z";
                    case SEMVER_EQ, SEMVER_GT, SEMVER_GTE, SEMVER_LT, SEMVER_LTE -> "1.2.3";
                    default -> "5";
                };
        Comparison comparison =
                operator == Operator.EXISTS ? Comparison.of("x", operator) : Comparison.of("x", operator, operand);

        String sentence = explain(comparison).sentence();

        assertThat(sentence)
                .startsWith("x " + operator.phrase())
                .contains(operator == Operator.EXISTS ? "" : operand)
                .doesNotContain(operator.name());
    }

    private static ConditionExplanation explain(ConditionDefinition condition) {
        FlagDefinition flag = new FlagDefinition(
                "f",
                ValueType.BOOLEAN,
                true,
                false,
                List.of(new VariantDefinition("on", Value.of(true))),
                null,
                new OutcomeDefinition.Off(),
                List.of(),
                List.of(RuleDefinition.of("rule", condition, new OutcomeDefinition.Serve("on"))),
                FlagDefinition.NATIVE_BUCKETING);
        return ConditionExplanation.of(Objects.requireNonNull(
                SnapshotCompiler.compile(List.of(flag), List.of(new SegmentDefinition("north", SWEDE)))
                        .explain("f", EvaluationContext.of("ada"))
                        .rules()
                        .get(0)
                        .condition()));
    }
}
