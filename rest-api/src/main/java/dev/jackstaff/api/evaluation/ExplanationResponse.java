package dev.jackstaff.api.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.Explanation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of an evaluation: each step in order. Steps that were not reached are absent.
 *
 * @param value left out if the client's own default applies
 * @param valueFrom {@code environment} if the variant has a value of its own in the environment, {@code flag} if it has the
 *     value that all environments share; left out without a value
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
        @Nullable String valueFrom,
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

    /**
     * The response of an explanation.
     *
     * @param own the values that variants of the explained flags have in the environment only
     */
    static ExplanationResponse of(Explanation explanation, long revision, Map<FlagKey, VariantValues> own) {
        return of(explanation, (Long) revision, own);
    }

    /** The keys of a flag that was explained, and of its prerequisites. */
    static Set<FlagKey> flagsOf(Explanation explanation) {
        Set<FlagKey> flags = new HashSet<>();
        addFlags(explanation, flags);
        return flags;
    }

    private static void addFlags(Explanation explanation, Set<FlagKey> flags) {
        if (explanation.evaluation().variant() != null) {
            flags.add(new FlagKey(explanation.evaluation().flagKey()));
        }
        explanation.prerequisites().forEach(asked -> addFlags(asked.parent(), flags));
    }

    private static ExplanationResponse of(
            Explanation explanation, @Nullable Long revision, Map<FlagKey, VariantValues> own) {
        Evaluation answer = explanation.evaluation();
        Variant variant = answer.variant();
        boolean failed = answer.errorCode() != null;
        return new ExplanationResponse(
                answer.flagKey(),
                answer.enabled(),
                variant == null ? null : variant.key(),
                variant == null ? null : JsonText.parse(variant.value().json()),
                variant == null ? null : valueFrom(new FlagKey(answer.flagKey()), variant.key(), own),
                answer.reason().name(),
                failed ? String.valueOf(answer.errorCode()) : null,
                failed ? answer.errorDetails() : null,
                explanation.prerequisites().stream()
                        .map(asked -> Prerequisite.of(asked, own))
                        .toList(),
                explanation.rules().stream().map(Rule::of).toList(),
                explanation.assignments().stream().map(Placement::of).toList(),
                explanation.omittedSteps() == 0 ? null : explanation.omittedSteps(),
                revision);
    }

    private static String valueFrom(FlagKey flag, String variant, Map<FlagKey, VariantValues> own) {
        return own.getOrDefault(flag, VariantValues.NONE).of(variant).isPresent() ? "environment" : "flag";
    }

    /** The evaluation of a prerequisite. */
    public record Prerequisite(boolean met, ExplanationResponse parent) {
        static Prerequisite of(Explanation.PrerequisiteResult asked, Map<FlagKey, VariantValues> own) {
            return new Prerequisite(asked.met(), ExplanationResponse.of(asked.parent(), (Long) null, own));
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
