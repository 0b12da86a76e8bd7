package dev.jackstaff.protocols.unleash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constraints that several strategies share; all must hold.
 *
 * @param name for people; few servers send it
 */
public record UnleashSegment(int id, @Nullable String name, List<Constraint> constraints) {
    public UnleashSegment {
        constraints = List.copyOf(constraints);
    }
}
