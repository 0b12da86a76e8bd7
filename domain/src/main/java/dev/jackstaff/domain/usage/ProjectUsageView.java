package dev.jackstaff.domain.usage;

import java.time.Instant;
import java.util.List;

/**
 * The evaluation counts of a project's flags.
 *
 * @param flags all flags that were ever evaluated, by key
 * @param complete false if items were cut off
 */
public record ProjectUsageView(List<LastSeen> flags, List<Item> items, boolean complete) {
    public ProjectUsageView {
        flags = List.copyOf(flags);
        items = List.copyOf(items);
    }

    /** The beginning of the latest hour in which a flag was evaluated. */
    public record LastSeen(String flag, Instant lastSeenAt) {}

    /**
     * One count.
     *
     * @param at the beginning of the hour or day
     */
    public record Item(Instant at, String environment, String flag, boolean enabled, long evaluations) {}
}
