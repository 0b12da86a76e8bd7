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
 * The explanation of an evaluation: each step in order. Steps that were not reached are absent.
 *
 * @param value left out if the client's own default applies
 * @param splits the buckets of the subject in splits of variants
 * @param omitted the number of steps that were cut off because there are too many; left out if there are none
 * @param revision the revision of the environment that answered; left out within another explanation
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

    /** The evaluation of a prerequisite. */
    public record Prerequisite(boolean met, ExplanationResponse parent) {
        static Prerequisite of(Explanation.PrerequisiteResult asked) {
            return new Prerequisite(asked.met(), ExplanationResponse.of(asked.parent(), null));
        }
    }

    /**
     * The evaluation of a rule.
     *
     * @param condition left out if the rule is a list of subjects
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
     * The bucket of a subject.
     *
     * @param stickiness the kind of identifier that decides
     * @param identifier left out if the context lacks it; there is no bucket then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Placement(String stickiness, @Nullable String identifier, @Nullable Integer bucket) {
        static Placement of(Explanation.BucketAssignment placement) {
            return new Placement(placement.stickiness(), placement.identifier(), placement.bucket());
        }
    }
}
