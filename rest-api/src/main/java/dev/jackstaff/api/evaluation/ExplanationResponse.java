package dev.jackstaff.api.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.Explanation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a flag came to its answer: each step that was taken, in order. What was not asked, because something before it decided,
 * is not there.
 *
 * @param value left out where the client's own default applies
 * @param splits where the subject was placed among variants
 * @param omitted how many steps were taken that are not told because they are too many; left out where there are none
 * @param revision of the environment that answered; left out within another explanation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplanationResponse(
        String flag,
        boolean enabled,
        @Nullable String variant,
        @Schema(implementation = Object.class) @Nullable JsonText value,
        String reason,
        @Nullable String errorCode,
        @Nullable String errorDetails,
        List<Prerequisite> prerequisites,
        List<Rule> rules,
        List<Placement> splits,
        @Nullable Integer omitted,
        @Nullable Long revision) {
    public ExplanationResponse {
        prerequisites = List.copyOf(prerequisites);
        rules = List.copyOf(rules);
        splits = List.copyOf(splits);
    }

    static ExplanationResponse of(Explanation explanation, long revision) {
        return of(explanation, (Long) revision);
    }

    private static ExplanationResponse of(Explanation explanation, @Nullable Long revision) {
        Evaluation answer = explanation.evaluation();
        Variant variant = answer.variant();
        boolean failed = answer.errorCode() != null;
        return new ExplanationResponse(
                answer.flagKey(),
                answer.enabled(),
                variant == null ? null : variant.key(),
                variant == null ? null : JsonText.parse(variant.value().json()),
                answer.reason().name(),
                failed ? String.valueOf(answer.errorCode()) : null,
                failed ? answer.errorDetails() : null,
                explanation.prerequisites().stream().map(Prerequisite::of).toList(),
                explanation.rules().stream().map(Rule::of).toList(),
                explanation.assignments().stream().map(Placement::of).toList(),
                explanation.omittedSteps() == 0 ? null : explanation.omittedSteps(),
                revision);
    }

    /** A parent flag that was asked. */
    public record Prerequisite(boolean met, ExplanationResponse parent) {
        static Prerequisite of(Explanation.PrerequisiteResult asked) {
            return new Prerequisite(asked.met(), ExplanationResponse.of(asked.parent(), null));
        }
    }

    /**
     * A rule that was asked.
     *
     * @param condition left out where the rule is a list of subjects
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rule(String name, boolean matched, @Nullable ConditionExplanation condition) {
        static Rule of(Explanation.RuleResult asked) {
            Explanation.ConditionResult condition = asked.condition();
            return new Rule(
                    asked.name(), asked.matched(), condition == null ? null : ConditionExplanation.of(condition));
        }
    }

    /**
     * Where a subject was placed.
     *
     * @param stickiness what decides
     * @param identifier left out where the context lacks it; there is no bucket then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Placement(String stickiness, @Nullable String identifier, @Nullable Integer bucket) {
        static Placement of(Explanation.BucketAssignment placement) {
            return new Placement(placement.stickiness(), placement.identifier(), placement.bucket());
        }
    }
}
