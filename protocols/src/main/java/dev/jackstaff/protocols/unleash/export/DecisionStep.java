package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import java.util.List;

/**
 * One step of a flag's decision, in terms of on and off. A context that the condition or the rollout excludes takes the next
 * step.
 *
 * @param name of the rule, for people
 * @param shares of the variants that are on, each with some weight; none where the step turns the flag off
 * @param stickiness what decides between the shares
 * @param group what salts the decision between the shares
 */
record DecisionStep(
        String name,
        ConditionDefinition condition,
        RolloutDefinition rollout,
        List<WeightedVariant> shares,
        String stickiness,
        String group) {
    DecisionStep {
        shares = List.copyOf(shares);
    }

    static DecisionStep off(String name, ConditionDefinition condition, RolloutDefinition rollout) {
        return new DecisionStep(name, condition, rollout, List.of(), "default", "");
    }

    static DecisionStep on(String name, ConditionDefinition condition, RolloutDefinition rollout, String variant) {
        return new DecisionStep(name, condition, rollout, List.of(new WeightedVariant(variant, 1_000)), "default", "");
    }

    boolean turnsOff() {
        return shares.isEmpty();
    }

    boolean appliesToAll() {
        return rollout.basisPoints() == RolloutDefinition.WHOLE;
    }

    /** Whether there is more than one variant to decide between. */
    boolean splits() {
        return shares.stream().map(WeightedVariant::variant).distinct().count() > 1;
    }
}
