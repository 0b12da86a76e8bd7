package dev.jackstaff.engine.bucketing;

import java.util.List;
import java.util.Optional;

/**
 * A named, versioned algorithm that assigns subjects to buckets. Each flag stores the name of its algorithm, so that a
 * better one can be added without moving any subject. Implementations are immutable.
 */
public interface Bucketing {
    /** The algorithm's name in documents, with its version, as {@code murmur3/1}. */
    String name();

    /** The subjects of a rollout, in basis points, under a group. */
    RolloutShare rollout(String group, int basisPoints);

    /**
     * The division of all subjects by weights, under a group.
     *
     * @throws IllegalArgumentException if the sum of the weights is 0 or above the int range
     */
    BucketRanges split(String group, List<Integer> weights);

    /** The algorithm with the given name; empty if there is none. */
    static Optional<Bucketing> named(String name) {
        return switch (name) {
            case Murmur3Bucketing.NAME -> Optional.of(Murmur3Bucketing.INSTANCE);
            case Md5Bucketing.NAME -> Optional.of(Md5Bucketing.INSTANCE);
            default -> Optional.empty();
        };
    }
}
