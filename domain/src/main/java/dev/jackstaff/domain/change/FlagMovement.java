package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.movement.Movement;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.List;
import java.util.OptionalInt;

/**
 * Who is answered with another variant of a flag in an environment.
 *
 * @param movements the shares by rule; empty if nobody is
 * @param contexts how many of the contexts that were given; empty if none were
 */
public record FlagMovement(FlagKey flag, EnvironmentKey environment, List<Movement> movements, OptionalInt contexts) {
    public FlagMovement {
        movements = List.copyOf(movements);
    }
}
