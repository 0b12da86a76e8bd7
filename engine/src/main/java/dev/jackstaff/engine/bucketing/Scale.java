package dev.jackstaff.engine.bucketing;

import java.util.List;

/**
 * All subjects, divided by weight.
 *
 * @param ends the highest bucket of each part, ascending; a part that ends where the one before it does is empty
 */
public record Scale(Buckets buckets, List<Integer> ends) {
    public Scale {
        ends = List.copyOf(ends);
    }

    /** The first part that a bucket belongs to, from 0; the number of parts where it lies beyond them all. */
    public int part(int bucket) {
        int part = 0;
        while (part < ends.size() && ends.get(part) < bucket) {
            part++;
        }
        return part;
    }
}
