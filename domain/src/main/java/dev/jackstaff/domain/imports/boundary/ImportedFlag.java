package dev.jackstaff.domain.imports.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagDetails;
import dev.jackstaff.domain.flag.boundary.FlagStateDetails;

/** A flag from elsewhere, and its state in the environment that is imported into. */
public record ImportedFlag(FlagKey key, FlagDetails details, FlagStateDetails state) {}
