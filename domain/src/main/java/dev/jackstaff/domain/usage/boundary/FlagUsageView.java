package dev.jackstaff.domain.usage.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often one flag was evaluated.
 *
 * @param lastSeenAt the beginning of the latest hour in which it was, whatever was asked for; empty where it never was
 * @param complete false where there were more items than are told
 */
public record FlagUsageView(FlagKey flag, Optional<Instant> lastSeenAt, List<Item> items, boolean complete) {
    public FlagUsageView {
        items = List.copyOf(items);
    }

    /**
     * So many evaluations.
     *
     * @param at the beginning of the hour or day
     * @param application empty where clients do not say
     * @param variant empty where there was none, or clients do not say
     */
    public record Item(
            Instant at, String environment, String application, boolean enabled, String variant, long evaluations) {}
}
