package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import java.util.List;

/**
 * A step of a flag's decision, in terms of on and off. A context that the condition or the rollout excludes takes the
 * next step.
 *
 * @param name of the rule, for people
 * @param shares the variants that are on, each with a positive weight; empty if the step turns the flag off
 * @param stickiness of the split between the shares
 * @param group the salt of the split between the shares
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

    /** A copy of this step with another condition. */
    DecisionStep when(ConditionDefinition other) {
        return new DecisionStep(name, other, rollout, shares, stickiness, group);
    }

    /** Whether a stickiness is an attribute, which a context may lack. */
    static boolean isNamed(String stickiness) {
        return !stickiness.equals("default") && !stickiness.equals("random");
    }

    /** Whether the rollout goes by the identifier of the split, and so excludes contexts that lack it. */
    boolean excludesUnidentified() {
        return !isNamed(stickiness) || (!appliesToAll() && rollout.stickiness().equals(stickiness));
    }

    boolean turnsOff() {
        return shares.isEmpty();
    }

    boolean appliesToAll() {
        return rollout.basisPoints() == RolloutDefinition.WHOLE;
    }

    /** Whether the step splits between several variants. */
    boolean splits() {
        return shares.stream().map(WeightedVariant::variant).distinct().count() > 1;
    }
}
