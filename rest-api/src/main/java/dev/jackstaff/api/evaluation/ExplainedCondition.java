package dev.jackstaff.api.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.engine.flag.Explanation.AskedCondition;
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
public record ExplainedCondition(
        String kind,
        boolean held,
        @Nullable List<ExplainedCondition> parts,
        @Nullable Comparison comparison,
        Explained.@Nullable Placement placement,
        @Nullable Integer limit) {
    static ExplainedCondition of(AskedCondition asked) {
        if (asked instanceof AskedCondition.Group group) {
            List<ExplainedCondition> parts =
                    group.parts().stream().map(ExplainedCondition::of).toList();
            return new ExplainedCondition(group.kind(), group.held(), parts, null, null, null);
        }
        if (asked instanceof AskedCondition.Share share) {
            return new ExplainedCondition(
                    "share", share.held(), null, null, Explained.Placement.of(share.placement()), share.limit());
        }
        AskedCondition.Compared compared = (AskedCondition.Compared) asked;
        return new ExplainedCondition("compare", compared.held(), null, Comparison.of(compared), null, null);
    }

    /**
     * An attribute against an operand.
     *
     * @param value what the context has there; left out where it has nothing
     * @param operand a long one is shortened
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comparison(String attribute, @Nullable String value, String operator, String operand) {
        static Comparison of(AskedCondition.Compared compared) {
            return new Comparison(compared.attribute(), compared.value(), compared.operator(), compared.operand());
        }
    }
}
