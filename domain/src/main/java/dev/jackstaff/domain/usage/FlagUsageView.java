package dev.jackstaff.domain.usage;

import dev.jackstaff.domain.flag.FlagKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The evaluation counts of one flag.
 *
 * @param lastSeenAt the beginning of the latest hour in which it was evaluated, even outside the query's time; empty if
 *     it never was
 * @param complete false if items were cut off
 */
public record FlagUsageView(FlagKey flag, Optional<Instant> lastSeenAt, List<Item> items, boolean complete) {
    public FlagUsageView {
        items = List.copyOf(items);
    }

    /**
     * One count.
     *
     * @param at the beginning of the hour or day
     * @param application empty if clients do not say
     * @param sdk the SDK and its version; empty if clients do not say
     * @param variant empty if there was none, or if clients do not say
     */
    public record Item(
            Instant at,
            String environment,
            String application,
            String sdk,
            boolean enabled,
            String variant,
            long evaluations) {}
}
