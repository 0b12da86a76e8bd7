package dev.jackstaff.api.usage;

import dev.jackstaff.domain.usage.UnknownFlagView;
import java.util.List;

/** The body with the names that clients asked for and that are no flags, those seen last first. */
public record UnknownFlagsResponse(List<Item> items) {
    public UnknownFlagsResponse {
        items = List.copyOf(items);
    }

    /**
     * One name in one environment.
     *
     * @param application who asked last; empty if clients do not say
     * @param sdk the SDK and its version that asked last; empty if clients do not say
     * @param firstSeenAt the beginning of the first hour in which it was asked for, in UTC
     * @param lastSeenAt the beginning of the latest hour in which it was asked for, in UTC
     */
    public record Item(
            String name,
            String environment,
            String application,
            String sdk,
            String firstSeenAt,
            String lastSeenAt,
            long evaluations) {}

    static UnknownFlagsResponse of(List<UnknownFlagView> unknown) {
        return new UnknownFlagsResponse(unknown.stream()
                .map(flag -> new Item(
                        flag.name(),
                        flag.environment(),
                        flag.application(),
                        flag.sdk(),
                        flag.firstSeenAt().toString(),
                        flag.lastSeenAt().toString(),
                        flag.evaluations()))
                .toList());
    }
}
