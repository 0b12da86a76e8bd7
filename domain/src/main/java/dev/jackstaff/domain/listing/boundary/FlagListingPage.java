package dev.jackstaff.domain.listing.boundary;

import java.util.List;

/**
 * A part of a list of flags.
 *
 * @param total the number of flags that meet the filter
 */
public record FlagListingPage(List<FlagRow> rows, long total) {
    public FlagListingPage {
        rows = List.copyOf(rows);
    }
}
