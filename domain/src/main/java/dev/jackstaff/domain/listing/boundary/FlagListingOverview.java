package dev.jackstaff.domain.listing.boundary;

import dev.jackstaff.domain.listing.FlagCounts;

/** A part of a list of flags, and the numbers of the standard views, which no filter changes. */
public record FlagListingOverview(FlagListingPage page, FlagCounts counts) {}
