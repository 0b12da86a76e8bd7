package dev.jackstaff.domain.imports;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;

/** A flag to import, with its state in the target environment. */
public record ImportedFlag(FlagKey key, FlagDetails details, FlagStateDetails state) {}
