package dev.jackstaff.protocols.flagsmith.compiler;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.condition.Exists;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.engine.flag.Rule;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.flagsmith.export.AllocationPlan;
import dev.jackstaff.protocols.flagsmith.export.AllocationPlan.FlagAllocation;
import dev.jackstaff.protocols.flagsmith.export.RuleAllocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The native flags of an environment under Flagsmith's hash. Only percentages differ from the compiled flags: they
 * choose the subjects that Flagsmith's SDKs choose from the exported document. Conditions and evaluations are shared
 * with the compiled flags.
 */
public final class FlagsmithBucketing {
    private final FlagSet compiled;
    private final AllocationPlan plan;
    private final PropertyResolver properties;
    private final Map<String, FlagDefinition> definitions = new HashMap<>();
    private final Map<String, Flag> rebucketed = new HashMap<>();

    private FlagsmithBucketing(Snapshot snapshot, FlagSet compiled, String apiKey) {
        this.compiled = compiled;
        this.plan = AllocationPlan.of(snapshot);
        this.properties = new PropertyResolver(apiKey, snapshot.environment());
        snapshot.flags().forEach(flag -> definitions.put(flag.key(), flag));
    }

    /**
     * The flags under Flagsmith's hash, in the same order.
     *
     * @param compiled the native flags of the snapshot
     * @param apiKey the key in the exported document, which salts the hash
     */
    public static FlagSet rebucket(Snapshot snapshot, FlagSet compiled, String apiKey) {
        return snapshot.flags().stream().anyMatch(FlagsmithBucketing::hasPercentage)
                ? new FlagsmithBucketing(snapshot, compiled, apiKey).flags()
                : compiled;
    }

    private static boolean hasPercentage(FlagDefinition flag) {
        return flag.fallthrough() instanceof OutcomeDefinition.Split
                || flag.rules().stream().anyMatch(FlagsmithBucketing::hasPercentage);
    }

    private static boolean hasPercentage(RuleDefinition rule) {
        return isPartial(rule) || rule.outcome() instanceof OutcomeDefinition.Split;
    }

    private static boolean isPartial(RuleDefinition rule) {
        return rule.rollout().basisPoints() < RolloutDefinition.WHOLE;
    }

    private FlagSet flags() {
        return new FlagSet(compiled.flags().stream().map(this::flag).toList(), compiled.problems());
    }

    private Flag flag(Flag flag) {
        Flag known = rebucketed.get(flag.key());
        if (known != null) {
            return known;
        }
        List<Prerequisite> prerequisites = flag.prerequisites().stream()
                .map(needed -> new Prerequisite(flag(needed.parent()), needed.requirement(), needed.unmetEvaluation()))
                .toList();
        FlagDefinition definition = definitions.get(flag.key());
        Outcome outcome = definition == null ? flag.outcome() : outcome(definition, flag.outcome());
        Flag made = new Flag(flag.key(), flag.serverOnly(), prerequisites, outcome, flag.metadata());
        rebucketed.put(flag.key(), made);
        return made;
    }

    /** The outcome of a flag; a flag that is off or invalid has one evaluation, which stays. */
    private Outcome outcome(FlagDefinition flag, Outcome compiled) {
        FlagAllocation allocation = plan.of(flag.key());
        if (!(compiled instanceof Outcome.FirstMatch match)) {
            return fallthrough(flag.fallthrough(), compiled, allocation.fallthrough());
        }
        List<Rule> rules = new ArrayList<>();
        int position = 0;
        for (int i = 0; i < flag.rules().size(); i++) {
            if (flag.rules().get(i).enabled()) {
                Rule rule = match.rules().get(position++);
                rules.add(rule(flag.rules().get(i), rule, allocation.rules().get(i)));
            }
        }
        return new Outcome.FirstMatch(
                rules, fallthrough(flag.fallthrough(), match.fallthrough(), allocation.fallthrough()));
    }

    private Rule rule(RuleDefinition definition, Rule compiled, RuleAllocation allocation) {
        if (!hasPercentage(definition) || !(compiled instanceof Rule.Conditional rule)) {
            return compiled;
        }
        if (allocation.parts().isEmpty()) {
            return new Rule.Conditional(rule.name(), Condition.never(), rule.outcome());
        }
        AllocatedParts parts = new AllocatedParts(allocation, properties);
        List<Condition> conditions = new ArrayList<>();
        conditions.add(isPartial(definition) ? withoutRollout(rule.condition()) : rule.condition());
        if (allocation.requiredAttribute() != null) {
            conditions.add(new Exists(Attribute.named(allocation.requiredAttribute())));
        }
        conditions.add(parts.condition());
        return new Rule.Conditional(
                rule.name(), new Condition.All(conditions), parts.outcome(definition.outcome(), rule.outcome()));
    }

    /** The rule's own condition, without the rollout that was compiled beside it. */
    private static Condition withoutRollout(Condition condition) {
        return condition instanceof Condition.All all
                ? new Condition.All(all.parts().stream()
                        .filter(part -> !(part instanceof Condition.Percentage))
                        .toList())
                : condition;
    }

    private Outcome fallthrough(OutcomeDefinition definition, Outcome compiled, RuleAllocation allocation) {
        if (!(compiled instanceof Outcome.Split split)) {
            return compiled;
        }
        Outcome outcome = new AllocatedParts(allocation, properties).outcome(definition, split);
        if (allocation.requiredAttribute() == null) {
            return outcome;
        }
        Condition identified = new Exists(Attribute.named(allocation.requiredAttribute()));
        return new Outcome.FirstMatch(
                List.of(new Rule.Conditional("", identified, outcome)), new Outcome.Fixed(split.withoutIdentifier()));
    }
}
