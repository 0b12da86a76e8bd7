package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Share;
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
record Step(
        String name,
        ConditionDefinition condition,
        RolloutDefinition rollout,
        List<Share> shares,
        String stickiness,
        String group) {
    Step {
        shares = List.copyOf(shares);
    }

    static Step off(String name, ConditionDefinition condition, RolloutDefinition rollout) {
        return new Step(name, condition, rollout, List.of(), "default", "");
    }

    static Step on(String name, ConditionDefinition condition, RolloutDefinition rollout, String variant) {
        return new Step(name, condition, rollout, List.of(new Share(variant, 1_000)), "default", "");
    }

    boolean turnsOff() {
        return shares.isEmpty();
    }

    boolean concernsAll() {
        return rollout.basisPoints() == RolloutDefinition.WHOLE;
    }

    /** Whether there is more than one variant to decide between. */
    boolean splits() {
        return shares.stream().map(Share::variant).distinct().count() > 1;
    }
}
