package dev.jackstaff.domain.movement;

import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.RolloutDefinition;

/**
 * What a bucket is made of. Buckets of different sources are independent of each other.
 *
 * @param split whether splits choose by it; rollouts of the same group have another
 * @param group the salt
 */
record BucketSource(boolean split, String group, String stickiness) {
    static BucketSource of(String flag, RolloutDefinition rollout) {
        return new BucketSource(false, group(flag, rollout.group()), rollout.stickiness());
    }

    static BucketSource of(String flag, Split split) {
        return new BucketSource(true, group(flag, split.group()), split.stickiness());
    }

    private static String group(String flag, String group) {
        return group.isEmpty() ? flag : group;
    }
}
