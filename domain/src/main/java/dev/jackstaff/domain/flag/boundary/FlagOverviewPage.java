package dev.jackstaff.domain.flag.boundary;

import java.util.List;

/**
 * Part of a list of flags, by key in ascending order.
 *
 * @param total how many the filter lets through
 */
public record FlagOverviewPage(List<FlagOverview> items, long total) {
    public FlagOverviewPage {
        items = List.copyOf(items);
    }
}
