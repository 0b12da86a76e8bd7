package dev.jackstaff.domain.listing;

/**
 * How many flags of a project are in each standard view.
 *
 * @param all all that are not archived; those of the other views are among them, but for the archived ones
 * @param mine those whose owner is the person who asks
 */
public record FlagCounts(long all, long mine, long rollingOut, long killed, long stale, long archived) {}
