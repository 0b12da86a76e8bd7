package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A flag, and in which environments it is on.
 *
 * @param enabled one entry per environment of the project, in their order
 */
public record FlagOverview(FlagView flag, Map<EnvironmentKey, Boolean> enabled) {
    public FlagOverview {
        enabled = Collections.unmodifiableMap(new LinkedHashMap<>(enabled));
    }

    /** Whether it is on there; false for an environment that the project does not have. */
    public boolean enabledIn(EnvironmentKey environment) {
        return enabled.getOrDefault(environment, false);
    }
}
