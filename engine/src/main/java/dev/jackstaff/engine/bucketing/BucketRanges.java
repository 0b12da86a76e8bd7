package dev.jackstaff.engine.bucketing;

import java.util.List;

/**
 * The consecutive ranges of buckets of a split, one for each weighted part.
 *
 * @param upperBounds the highest bucket of each part, ascending; a part with the same bound as the one before it is
 *     empty
 */
public record BucketRanges(Bucketer bucketer, List<Integer> upperBounds) {
    public BucketRanges {
        upperBounds = List.copyOf(upperBounds);
    }

    /** The index of the part that a bucket belongs to, from 0; the number of parts if it lies beyond them all. */
    public int indexOf(int bucket) {
        int part = 0;
        while (part < upperBounds.size() && upperBounds.get(part) < bucket) {
            part++;
        }
        return part;
    }
}
