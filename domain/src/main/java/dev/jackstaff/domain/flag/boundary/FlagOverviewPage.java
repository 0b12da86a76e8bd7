package dev.jackstaff.domain.flag.boundary;

import java.util.List;

/**
 * A page of flag overviews, by key in ascending order.
 *
 * @param total the number of flags that match the query
 */
public record FlagOverviewPage(List<FlagOverview> items, long total) {
    public FlagOverviewPage {
        items = List.copyOf(items);
    }
}
