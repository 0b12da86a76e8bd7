package dev.jackstaff.domain.imports.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagDetails;
import dev.jackstaff.domain.flag.boundary.FlagStateDetails;

/** A flag to import, with its state in the target environment. */
public record ImportedFlag(FlagKey key, FlagDetails details, FlagStateDetails state) {}
