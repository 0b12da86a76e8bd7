package dev.jackstaff.engine.bucketing;

import java.util.List;

/**
 * All subjects, divided by weight.
 *
 * @param upperBounds the highest bucket of each part, ascending; a part that ends where the one before it does is empty
 */
public record BucketRanges(Bucketer bucketer, List<Integer> upperBounds) {
    public BucketRanges {
        upperBounds = List.copyOf(upperBounds);
    }

    /** The first part that a bucket belongs to, from 0; the number of parts where it lies beyond them all. */
    public int indexOf(int bucket) {
        int part = 0;
        while (part < upperBounds.size() && upperBounds.get(part) < bucket) {
            part++;
        }
        return part;
    }
}
