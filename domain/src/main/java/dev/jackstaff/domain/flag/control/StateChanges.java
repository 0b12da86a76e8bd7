package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.flag.entity.FlagState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The changes of a flag's states in all environments, since they exist.
 *
 * @param latest when the latest of them was made; {@link Instant#MIN} if there was none
 */
public record StateChanges(Instant latest, long count) {
    public static final StateChanges NONE = new StateChanges(Instant.MIN, 0);

    private static final long FIRST_VERSION = 1;

    /** The changes of states that are all the states of a flag. */
    public static StateChanges of(List<FlagState> states) {
        List<FlagState> changed =
                states.stream().filter(state -> state.version() > FIRST_VERSION).toList();
        Instant latest = changed.stream()
                .map(FlagState::updatedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return new StateChanges(
                latest,
                changed.stream()
                        .mapToLong(state -> state.version() - FIRST_VERSION)
                        .sum());
    }
}
