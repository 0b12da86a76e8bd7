package dev.jackstaff.domain.flag;

import java.util.List;

/**
 * Whether a flag may be no longer needed.
 *
 * @param reasons what speaks for it, in the order of the constants; empty for a flag that is active
 */
public record Staleness(List<StaleReason> reasons) {
    public static final Staleness ACTIVE = new Staleness(List.of());

    public Staleness {
        reasons = List.copyOf(reasons);
    }

    /** Whether anything speaks for it. */
    public boolean isSuspected() {
        return !reasons.isEmpty();
    }

    /** The name in the API. */
    public String label() {
        if (reasons.contains(StaleReason.MARKED)) {
            return "stale";
        }
        return isSuspected() ? "potentially-stale" : "active";
    }
}
