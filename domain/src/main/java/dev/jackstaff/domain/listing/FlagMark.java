package dev.jackstaff.domain.listing;

import dev.jackstaff.domain.Labels;
import java.util.Locale;

/** What flags of a list may have in common. */
public enum FlagMark {
    /** The person who asks is its owner, by e-mail address or name. */
    MINE,
    /** The person who asks has marked it. */
    FAVOURITE,
    /** It is potentially stale. */
    STALE,
    /** It was turned off everywhere, and turns on again by itself. */
    KILLED,
    /** It is on, but a prerequisite holds it off for everybody. */
    HELD_OFF,
    /** An environment serves something to a share of the subjects. */
    ROLLING_OUT,
    /** It is archived; without this mark, a list has the others only. */
    ARCHIVED;

    public static final Labels<FlagMark> LABELS = Labels.of(values(), FlagMark::label);

    /** Its name, such as {@code rolling-out}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
