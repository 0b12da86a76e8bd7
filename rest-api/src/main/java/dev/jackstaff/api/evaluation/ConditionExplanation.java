package dev.jackstaff.api.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.engine.flag.Explanation.ConditionResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that was asked.
 *
 * @param kind {@code all}, {@code any}, {@code not}, {@code segment} and its key, {@code compare} or {@code share}
 * @param parts what lies within and was asked
 * @param comparison of one attribute; of the kind {@code compare} alone
 * @param placement of the subject; of the kind {@code share} alone
 * @param limit the highest bucket that belongs to the share
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionExplanation(
        String kind,
        boolean held,
        @Nullable List<ConditionExplanation> parts,
        @Nullable Comparison comparison,
        ExplanationResponse.@Nullable Placement placement,
        @Nullable Integer limit) {
    static ConditionExplanation of(ConditionResult asked) {
        if (asked instanceof ConditionResult.GroupResult group) {
            List<ConditionExplanation> parts =
                    group.parts().stream().map(ConditionExplanation::of).toList();
            return new ConditionExplanation(group.kind(), group.held(), parts, null, null, null);
        }
        if (asked instanceof ConditionResult.PercentageResult share) {
            return new ConditionExplanation(
                    "share",
                    share.held(),
                    null,
                    null,
                    ExplanationResponse.Placement.of(share.assignment()),
                    share.limit());
        }
        ConditionResult.ComparisonResult compared = (ConditionResult.ComparisonResult) asked;
        return new ConditionExplanation("compare", compared.held(), null, Comparison.of(compared), null, null);
    }

    /**
     * An attribute against an operand.
     *
     * @param value what the context has there; left out where it has nothing
     * @param operand a long one is shortened
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comparison(String attribute, @Nullable String value, String operator, String operand) {
        static Comparison of(ConditionResult.ComparisonResult compared) {
            return new Comparison(compared.attribute(), compared.value(), compared.operator(), compared.operand());
        }
    }
}
