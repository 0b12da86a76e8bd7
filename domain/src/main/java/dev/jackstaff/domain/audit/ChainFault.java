package dev.jackstaff.domain.audit;

import java.util.Locale;

/**
 * The first place at which the audit trail is not as hubs wrote it.
 *
 * @param sequence the place in the chain; 0 if the entry has none
 * @param entry the id of the entry; 0 if it is not known
 * @param detail a sentence for people
 */
public record ChainFault(Kind kind, long sequence, long entry, String detail) {
    /** What was done to the trail, as far as it can be told. */
    public enum Kind {
        CHANGED,
        REMOVED,
        ADDED,
        REORDERED,
        /** The secret is missing that would tell. */
        UNKNOWN_KEY;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
