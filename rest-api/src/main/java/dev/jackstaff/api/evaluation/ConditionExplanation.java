package dev.jackstaff.api.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.engine.flag.Explanation.ConditionResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of a condition.
 *
 * @param sentence what the condition says, in the words of the admin pages
 * @param kind {@code all}, {@code any}, {@code not}, {@code segment} and its key, {@code compare} or {@code share}
 * @param parts the parts that were evaluated
 * @param comparison the comparison of one attribute; only for the kind {@code compare}
 * @param placement the bucket of the subject; only for the kind {@code share}
 * @param limit the highest bucket that belongs to the share
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionExplanation(
        String kind,
        String sentence,
        boolean held,
        @Nullable List<ConditionExplanation> parts,
        @Nullable Comparison comparison,
        ExplanationResponse.@Nullable Placement placement,
        @Nullable Integer limit) {
    static ConditionExplanation of(ConditionResult result) {
        return result.match(CASES);
    }

    private static final ConditionResult.Cases<ConditionExplanation> CASES = new ConditionResult.Cases<>() {
        @Override
        public ConditionExplanation group(ConditionResult.GroupResult group) {
            List<ConditionExplanation> parts =
                    group.parts().stream().map(ConditionExplanation::of).toList();
            return new ConditionExplanation(
                    group.kind(), ConditionSentence.of(group), group.held(), parts, null, null, null);
        }

        @Override
        public ConditionExplanation comparison(ConditionResult.ComparisonResult comparison) {
            return new ConditionExplanation(
                    "compare",
                    ConditionSentence.of(comparison),
                    comparison.held(),
                    null,
                    Comparison.of(comparison),
                    null,
                    null);
        }

        @Override
        public ConditionExplanation percentage(ConditionResult.PercentageResult percentage) {
            return new ConditionExplanation(
                    "share",
                    ConditionSentence.of(percentage),
                    percentage.held(),
                    null,
                    null,
                    ExplanationResponse.Placement.of(percentage.assignment()),
                    percentage.limit());
        }
    };

    /**
     * The comparison of an attribute with an operand.
     *
     * @param value the value in the context; left out if it has none
     * @param operand a long one is shortened
     * @param caseInsensitive whether upper and lower case are the same
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comparison(
            String attribute, @Nullable String value, String operator, String operand, boolean caseInsensitive) {
        static Comparison of(ConditionResult.ComparisonResult compared) {
            return new Comparison(
                    compared.attribute(),
                    compared.value(),
                    compared.operator(),
                    compared.operand(),
                    compared.caseInsensitive());
        }
    }
}
