package dev.jackstaff.domain.usage.boundary;

import java.time.Instant;
import java.util.List;

/**
 * How often the flags of a project were evaluated.
 *
 * @param flags all that ever were, by key
 * @param complete false where there were more items than are told
 */
public record ProjectUsageView(List<LastSeen> flags, List<Item> items, boolean complete) {
    public ProjectUsageView {
        flags = List.copyOf(flags);
        items = List.copyOf(items);
    }

    /** The beginning of the latest hour in which a flag was evaluated. */
    public record LastSeen(String flag, Instant lastSeenAt) {}

    /**
     * So many evaluations.
     *
     * @param at the beginning of the hour or day
     */
    public record Item(Instant at, String environment, String flag, boolean enabled, long evaluations) {}
}
