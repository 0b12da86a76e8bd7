package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.project.EnvironmentKey;
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

    /** The state in an environment; NotFound if there is no such environment. */
    public FlagStateView state(EnvironmentKey environment) {
        return states.stream()
                .filter(state -> state.environment().equals(environment))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("environment", environment));
    }
}
