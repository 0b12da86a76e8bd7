package dev.jackstaff.protocols.unleash.conversion;

import java.util.Locale;

/** The result of converting a feature or segment. */
public enum ConversionStatus {
    /** The flag evaluates as the feature did. */
    TAKEN,
    /** The flag exists, but differs: the notes say how. */
    CHANGED,
    /** The feature cannot be expressed natively and is left out: the notes say why. */
    LOST;

    /** The name in reports, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
