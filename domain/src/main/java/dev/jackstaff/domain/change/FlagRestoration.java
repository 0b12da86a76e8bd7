package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import java.time.Instant;
import java.util.List;

/**
 * A flag that was turned off and turns on again by itself.
 *
 * @param environments those in which it was on, and is off now
 * @param killedBy who turned it off
 */
public record FlagRestoration(
        ProjectKey project, FlagKey flag, List<EnvironmentKey> environments, String killedBy, Instant due) {
    public FlagRestoration {
        environments = List.copyOf(environments);
    }
}
