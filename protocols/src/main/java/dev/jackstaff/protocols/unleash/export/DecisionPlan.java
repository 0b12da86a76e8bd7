package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules and the fallthrough of one flag as steps that turn it on or off. */
final class DecisionPlan {
    private static final int BASIS_POINTS_PER_PERCENT = 100;

    private final FlagDefinition flag;
    private final Set<String> on;
    private final UnleashExportNotes notes;
    private final List<DecisionStep> steps = new ArrayList<>();

    private DecisionPlan(FlagDefinition flag, UnleashExportNotes notes) {
        this.flag = flag;
        this.on = onVariants(flag);
        this.notes = notes;
    }

    /** The variants that a flag serves while it is on. */
    static Set<String> onVariants(FlagDefinition flag) {
        Set<String> on = new HashSet<>();
        for (VariantDefinition variant : flag.variants()) {
            if (flag.isOn(variant.key(), variant.value())) {
                on.add(variant.key());
            }
        }
        return on;
    }

    /** The steps of a flag, in their order. */
    static List<DecisionStep> of(FlagDefinition flag, UnleashExportNotes notes) {
        DecisionPlan steps = new DecisionPlan(flag, notes);
        int number = 0;
        for (RuleDefinition rule : flag.rules()) {
            number++;
            if (rule.enabled() && rule.rollout().basisPoints() > 0) {
                String name = rule.name().isEmpty() ? "rule " + number : rule.name();
                steps.add(name, rule.condition(), exported(rule.rollout()), rule.outcome());
            }
        }
        steps.add("fallthrough", ConditionDefinition.ALWAYS, RolloutDefinition.EVERYONE, flag.fallthrough());
        return List.copyOf(steps.steps);
    }

    private void add(String name, ConditionDefinition condition, RolloutDefinition rollout, OutcomeDefinition outcome) {
        if (outcome instanceof OutcomeDefinition.Split split) {
            String stickiness = ContextNames.toUnleash(split.stickiness());
            addSplit(
                    name, condition, rollout, new OutcomeDefinition.Split(split.variants(), stickiness, split.group()));
        } else if (outcome instanceof OutcomeDefinition.Serve serve && on.contains(serve.variant())) {
            steps.add(DecisionStep.on(name, condition, rollout, serve.variant()));
        } else {
            steps.add(DecisionStep.off(name, condition, rollout));
        }
    }

    private static RolloutDefinition exported(RolloutDefinition rollout) {
        return new RolloutDefinition(
                rollout.basisPoints(), ContextNames.toUnleash(rollout.stickiness()), rollout.group());
    }

    private void addSplit(
            String name, ConditionDefinition condition, RolloutDefinition rollout, OutcomeDefinition.Split split) {
        List<WeightedVariant> shares = split.variants().stream()
                .filter(share -> share.weight() > 0 && on.contains(share.variant()))
                .toList();
        int total = split.variants().stream().mapToInt(WeightedVariant::weight).sum();
        int weight = shares.stream().mapToInt(WeightedVariant::weight).sum();
        if (weight == 0) {
            steps.add(DecisionStep.off(name, identified(condition, split.stickiness()), rollout));
        } else if (weight < total) {
            addPartialSplit(name, condition, rollout, split, shares, (double) weight / total);
        } else {
            DecisionStep step =
                    new DecisionStep(name, condition, rollout, shares, split.stickiness(), group(split.group()));
            steps.add(step.excludesUnidentified() ? step : step.when(identified(condition, split.stickiness())));
        }
    }

    /** The condition, for contexts with the identifier of a split; others go on to the next rule. */
    private static ConditionDefinition identified(ConditionDefinition condition, String stickiness) {
        return DecisionStep.isNamed(stickiness)
                ? new ConditionDefinition.All(List.of(condition, Comparison.of(stickiness, Operator.EXISTS)))
                : condition;
    }

    /** Adds the steps of a split between on and off. */
    private void addPartialSplit(
            String name,
            ConditionDefinition condition,
            RolloutDefinition rollout,
            OutcomeDefinition.Split split,
            List<WeightedVariant> shares,
            double part) {
        int percent = percent(rollout.basisPoints() * part);
        notes.addApproximation("The split of \"" + name + "\" turns off for a part of the subjects; a rollout to "
                + percent + " % stands for it, which chooses others.");
        RolloutDefinition smaller =
                new RolloutDefinition(percent * BASIS_POINTS_PER_PERCENT, split.stickiness(), group(split.group()));
        steps.add(new DecisionStep(name, condition, smaller, shares, split.stickiness(), group(split.group())));
        if (rollout.basisPoints() == RolloutDefinition.WHOLE) {
            steps.add(DecisionStep.off(name, identified(condition, split.stickiness()), RolloutDefinition.EVERYONE));
        }
    }

    private String group(String group) {
        return group.isEmpty() ? flag.key() : group;
    }

    /** The whole percentage within 1..99 that is nearest to some basis points. */
    static int percent(double basisPoints) {
        return (int) Math.max(1, Math.min(99, Math.round(basisPoints / BASIS_POINTS_PER_PERCENT)));
    }

    /** Whether the flag can be expressed by on and off only. */
    static boolean isBoolean(FlagDefinition flag) {
        return flag.type() == ValueType.BOOLEAN;
    }
}
