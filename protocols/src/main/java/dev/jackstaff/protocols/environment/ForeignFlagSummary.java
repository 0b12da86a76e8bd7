package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Rule;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a foreign system's flags as native definitions: switches, types, variants, the usual outcome and the
 * number of rules. Conditions are not disclosed.
 */
record ForeignFlagSummary(Snapshot snapshot) {
    /** The condition that stands for one that is not disclosed. */
    private static final ConditionDefinition UNDISCLOSED = new ConditionDefinition.Any(List.of());

    static ForeignFlagSummary of(ServedEnvironment environment) {
        Snapshot served = environment.snapshot();
        List<FlagDefinition> flags =
                environment.flags().flags().stream().map(ForeignFlagSummary::of).toList();
        return new ForeignFlagSummary(new Snapshot(
                served.project(),
                served.environment(),
                served.environmentId(),
                served.revision(),
                served.changedAt(),
                flags,
                List.of(),
                served.credentials()));
    }

    private static FlagDefinition of(Flag flag) {
        List<Evaluation> answers = new ArrayList<>();
        gather(flag.outcome(), answers);
        Map<String, VariantDefinition> variants = new LinkedHashMap<>();
        for (Evaluation answer : answers) {
            Variant variant = answer.variant();
            if (variant != null) {
                variants.putIfAbsent(variant.key(), new VariantDefinition(variant.key(), variant.value()));
            }
        }
        Outcome last = flag.outcome() instanceof Outcome.FirstMatch ruled ? ruled.fallthrough() : flag.outcome();
        Evaluation usual = last.withoutIdentifier();
        return new FlagDefinition(
                flag.key(),
                type(answers),
                answers.stream().anyMatch(answer -> answer.errorCode() == null && answer.reason() != Reason.DISABLED),
                flag.serverOnly(),
                List.copyOf(variants.values()),
                usual.enabled() ? null : key(usual),
                served(usual),
                List.of(),
                rules(flag.outcome()),
                FlagDefinition.NATIVE_BUCKETING);
    }

    private static void gather(Outcome outcome, List<Evaluation> answers) {
        if (outcome instanceof Outcome.Fixed fixed) {
            answers.add(fixed.evaluation());
        } else if (outcome instanceof Outcome.Split split) {
            answers.addAll(split.evaluations());
            answers.add(split.outOfRange());
            answers.add(split.withoutIdentifier());
        } else if (outcome instanceof Outcome.FirstMatch ruled) {
            for (Rule rule : ruled.rules()) {
                if (rule instanceof Rule.Conditional when) {
                    gather(when.outcome(), answers);
                } else if (rule instanceof Rule.Lookup listed) {
                    Set<Outcome> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
                    distinct.addAll(listed.outcomes().values());
                    distinct.forEach(each -> gather(each, answers));
                }
            }
            gather(ruled.fallthrough(), answers);
        }
    }

    /** The type of all values that clients get: JSON if the values differ in type, boolean if there are none. */
    private static ValueType type(List<Evaluation> answers) {
        Set<ValueType> types = EnumSet.noneOf(ValueType.class);
        for (Evaluation answer : answers) {
            Variant variant = answer.variant();
            if (variant != null && !Variant.NO_PAYLOAD.equals(variant.payloadType())) {
                types.add(variant.value().type());
            } else if (variant != null && !variant.value().equals(Value.of(answer.enabled()))) {
                types.add(variant.value().type());
            }
        }
        if (types.isEmpty()) {
            return ValueType.BOOLEAN;
        }
        return types.size() == 1 ? types.iterator().next() : ValueType.JSON;
    }

    private static List<RuleDefinition> rules(Outcome outcome) {
        List<RuleDefinition> rules = new ArrayList<>();
        if (outcome instanceof Outcome.FirstMatch ruled) {
            ruled.rules().forEach(rule -> rules.add(rule(rule)));
        }
        return rules;
    }

    private static RuleDefinition rule(Rule rule) {
        if (!(rule instanceof Rule.Conditional when)) {
            return RuleDefinition.of(rule.name(), UNDISCLOSED, new OutcomeDefinition.Off());
        }
        OutcomeDefinition outcome = served(when.outcome().withoutIdentifier());
        if (when.condition() instanceof Condition.Percentage percentage) {
            int basisPoints = Math.min(
                    RolloutDefinition.WHOLE, Math.max(0, percentage.share().limit()));
            return new RuleDefinition(
                    when.name(),
                    "",
                    true,
                    ConditionDefinition.ALWAYS,
                    new RolloutDefinition(
                            basisPoints, RolloutDefinition.EVERYONE.stickiness(), RolloutDefinition.EVERYONE.group()),
                    outcome);
        }
        boolean everybody = when.condition().equals(Condition.always());
        return RuleDefinition.of(when.name(), everybody ? ConditionDefinition.ALWAYS : UNDISCLOSED, outcome);
    }

    private static OutcomeDefinition served(Evaluation answer) {
        String key = key(answer);
        return answer.enabled() && key != null ? new OutcomeDefinition.Serve(key) : new OutcomeDefinition.Off();
    }

    private static @Nullable String key(Evaluation answer) {
        Variant variant = answer.variant();
        return variant == null ? null : variant.key();
    }
}
