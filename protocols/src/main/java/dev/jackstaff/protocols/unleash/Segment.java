package dev.jackstaff.protocols.unleash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constraints that several strategies share; all must hold.
 *
 * @param name for people; few servers send it
 */
public record Segment(int id, @Nullable String name, List<Constraint> constraints) {
    public Segment {
        constraints = List.copyOf(constraints);
    }
}
