package dev.jackstaff.api.usage;

import dev.jackstaff.domain.usage.ProjectUsageView;
import dev.jackstaff.domain.usage.UsageQuery;
import java.util.List;

/**
 * The body with the evaluation counts of a project's flags.
 *
 * @param from included
 * @param to excluded
 * @param by hour or day
 * @param flags all flags that were ever evaluated, by key
 * @param complete false if items were cut off: narrow the query
 */
public record ProjectUsageResponse(
        String from, String to, String by, List<LastSeen> flags, List<Item> items, boolean complete) {
    public ProjectUsageResponse {
        flags = List.copyOf(flags);
        items = List.copyOf(items);
    }

    /** The beginning of the latest hour in which a flag was evaluated. */
    public record LastSeen(String flag, String lastSeenAt) {}

    /**
     * One count.
     *
     * @param at the beginning of the hour or day, in UTC
     */
    public record Item(String at, String environment, String flag, boolean enabled, long evaluations) {}

    static ProjectUsageResponse of(ProjectUsageView view, UsageQuery query) {
        return new ProjectUsageResponse(
                query.from().toString(),
                query.to().toString(),
                query.interval().label(),
                view.flags().stream()
                        .map(seen -> new LastSeen(seen.flag(), seen.lastSeenAt().toString()))
                        .toList(),
                view.items().stream()
                        .map(item -> new Item(
                                item.at().toString(),
                                item.environment(),
                                item.flag(),
                                item.enabled(),
                                item.evaluations()))
                        .toList(),
                view.complete());
    }
}
