package dev.jackstaff.domain.listing;

import dev.jackstaff.domain.Labels;
import java.util.Locale;

/** The order of a list of flags; flags that are equal in it are ordered by key. */
public enum FlagSort {
    /** By key, ascending. */
    KEY,
    /** By the last change of the flag or its settings, latest first. */
    CHANGED,
    /** By the evaluations of the last 24 hours, most first. */
    EVALUATIONS;

    public static final Labels<FlagSort> LABELS = Labels.of(values(), FlagSort::label);

    /** Its name in an address. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
