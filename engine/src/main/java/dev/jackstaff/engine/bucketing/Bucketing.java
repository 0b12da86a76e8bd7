package dev.jackstaff.engine.bucketing;

import java.util.List;
import java.util.Optional;

/**
 * A named, versioned way to decide percentages. A flag keeps the name of its own, so that a better one can be added without
 * moving anybody's bucket. Implementations are immutable.
 */
public interface Bucketing {
    /** As documents spell it, version included. */
    String name();

    /** The subjects of a rollout, in basis points, under a group. */
    RolloutShare rollout(String group, int basisPoints);

    /**
     * All subjects, divided by weights under a group.
     *
     * @throws IllegalArgumentException where the weights add up to nothing, or to more than an int holds
     */
    BucketRanges split(String group, List<Integer> weights);

    /** The strategy of this name. */
    static Optional<Bucketing> named(String name) {
        return switch (name) {
            case Murmur3Bucketing.NAME -> Optional.of(Murmur3Bucketing.INSTANCE);
            case Md5Bucketing.NAME -> Optional.of(Md5Bucketing.INSTANCE);
            default -> Optional.empty();
        };
    }
}
