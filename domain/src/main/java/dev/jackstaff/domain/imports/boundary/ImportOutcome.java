package dev.jackstaff.domain.imports.boundary;

import java.util.Locale;

/** What an import did to one thing. */
public enum ImportOutcome {
    CREATED,
    UPDATED,
    UNCHANGED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
