package dev.jackstaff.domain.flag.boundary;

import java.util.List;

/**
 * A flag and its state in each environment.
 *
 * @param states in the order of the environments
 * @param projectRevision the revision of the project that has this flag, or a later one
 */
public record FlagWithStates(FlagView flag, List<FlagStateView> states, long projectRevision) {
    public FlagWithStates {
        states = List.copyOf(states);
    }
}
