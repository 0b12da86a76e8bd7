package dev.jackstaff.protocols.unleash.conversion;

import java.util.Locale;

/** The result of converting a feature or segment. */
public enum ConversionStatus {
    /** It answers as it did. */
    TAKEN,
    /** It is there, and something about it differs: the notes say what. */
    CHANGED,
    /** It cannot be said natively and is left out: the notes say why. */
    LOST;

    /** The name in reports: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
