package dev.jackstaff.domain.draft;

import dev.jackstaff.domain.Labels;
import java.util.Locale;

/** Whose value a field keeps that two people have changed: that of the draft, or the one that is there now. */
public enum Side {
    MINE,
    THEIRS;

    public static final Labels<Side> LABELS = Labels.of(values(), Side::label);

    /** Its name in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
