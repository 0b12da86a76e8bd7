package dev.jackstaff.api.usage;

import dev.jackstaff.domain.usage.FlagUsageView;
import dev.jackstaff.domain.usage.UsageQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body with the evaluation counts of one flag.
 *
 * @param from included
 * @param to excluded
 * @param by hour or day
 * @param lastSeenAt the beginning of the latest hour in which it was ever evaluated; null if it never was
 * @param complete false if items were cut off: narrow the query
 */
public record FlagUsageResponse(
        String flag,
        String from,
        String to,
        String by,
        @Nullable String lastSeenAt,
        List<Item> items,
        boolean complete) {
    public FlagUsageResponse {
        items = List.copyOf(items);
    }

    /**
     * One count.
     *
     * @param at the beginning of the hour or day, in UTC
     * @param application empty if clients do not say
     * @param sdk the SDK and its version; empty if clients do not say
     * @param variant empty if there was none, or if clients do not say
     */
    public record Item(
            String at,
            String environment,
            String application,
            String sdk,
            boolean enabled,
            String variant,
            long evaluations) {}

    static FlagUsageResponse of(FlagUsageView view, UsageQuery query) {
        return new FlagUsageResponse(
                view.flag().value(),
                query.from().toString(),
                query.to().toString(),
                query.interval().label(),
                view.lastSeenAt().map(Instant::toString).orElse(null),
                view.items().stream()
                        .map(item -> new Item(
                                item.at().toString(),
                                item.environment(),
                                item.application(),
                                item.sdk(),
                                item.enabled(),
                                item.variant(),
                                item.evaluations()))
                        .toList(),
                view.complete());
    }
}
