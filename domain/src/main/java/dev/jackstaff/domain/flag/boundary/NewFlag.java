package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagKey;

/** A flag to be. */
public record NewFlag(FlagKey key, FlagDetails details) {}
