package dev.jackstaff.domain.listing.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.PageLimit;
import dev.jackstaff.domain.listing.FlagFilter;
import dev.jackstaff.domain.listing.FlagSort;

/**
 * Which part of a list of flags is wanted.
 *
 * @param offset the number of flags to skip
 * @param limit 1 to {@value PageLimit#MAX}
 */
public record FlagListingQuery(FlagFilter filter, FlagSort sort, int offset, int limit) {
    public FlagListingQuery {
        if (offset < 0) {
            throw new DomainException.Invalid("offset", "must not be negative");
        }
        PageLimit.check(limit);
    }
}
