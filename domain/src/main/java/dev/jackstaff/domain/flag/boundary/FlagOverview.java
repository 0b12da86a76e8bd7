package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A flag and its on/off state in each environment.
 *
 * @param enabled one entry per environment of the project, in their order
 */
public record FlagOverview(FlagView flag, Map<EnvironmentKey, Boolean> enabled) {
    public FlagOverview {
        enabled = Collections.unmodifiableMap(new LinkedHashMap<>(enabled));
    }

    /** Whether the flag is on in an environment; false for an environment that the project does not have. */
    public boolean enabledIn(EnvironmentKey environment) {
        return enabled.getOrDefault(environment, false);
    }
}
