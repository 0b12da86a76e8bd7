package dev.jackstaff.domain.flag.control;

import java.time.Instant;

/**
 * The changes of a flag's states in all environments, since they exist.
 *
 * @param latest when the latest of them was made; {@link Instant#MIN} if there was none
 */
public record StateChanges(Instant latest, long count) {
    public static final StateChanges NONE = new StateChanges(Instant.MIN, 0);
}
