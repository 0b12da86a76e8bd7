package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;

/** The data for creating a flag. */
public record NewFlag(FlagKey key, FlagDetails details) {}
