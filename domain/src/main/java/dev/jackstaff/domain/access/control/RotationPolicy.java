package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import java.time.Duration;

/** The rules of replacing a token or a key by a new one. */
public final class RotationPolicy {
    /** How long what was replaced stays valid at most. */
    public static final Duration MAX_OVERLAP = Duration.ofDays(7);

    private RotationPolicy() {}

    /** Refuses an overlap that is negative or longer than {@link #MAX_OVERLAP}. */
    public static void checkOverlap(Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
            throw new DomainException.Invalid("overlapMinutes", "must be 0 to " + MAX_OVERLAP.toMinutes());
        }
    }
}
