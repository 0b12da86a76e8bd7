package dev.jackstaff.domain.imports;

import java.util.Locale;

/** The outcome of importing one flag or segment. A refused one stays as it was, or is left out if it is new. */
public enum ImportOutcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
