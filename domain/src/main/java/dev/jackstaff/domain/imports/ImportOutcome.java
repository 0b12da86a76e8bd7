package dev.jackstaff.domain.imports;

import java.util.Locale;

/** The result of importing one flag or segment. */
public enum ImportOutcome {
    CREATED,
    UPDATED,
    UNCHANGED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
