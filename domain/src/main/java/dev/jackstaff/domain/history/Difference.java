package dev.jackstaff.domain.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two environments, or between two revisions of one, in a flag or a segment.
 *
 * @param key the key of the flag or segment
 * @param fields empty if it is only in one of the two
 */
public record Difference(String key, Kind kind, List<Field> fields) {
    public Difference {
        fields = List.copyOf(fields);
    }

    /** Whether the thing is only in the second, only in the first, or differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A field that differs.
     *
     * @param before its value in the first as JSON; null if it has none
     * @param after its value in the second as JSON; null if it has none
     */
    public record Field(String name, @Nullable String before, @Nullable String after) {}
}
