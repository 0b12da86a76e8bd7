package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Environment;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * The readable state of an environment.
 *
 * @param colour its colour while it is not in production; in production, environments of all projects have one in common
 * @param revision counts the changes to its snapshot
 * @param revisionAt when the latest of them was made
 * @param version counts the changes to the environment's own details
 */
public record EnvironmentView(
        UUID id,
        ProjectKey project,
        EnvironmentKey key,
        String name,
        boolean production,
        int sortOrder,
        EnvironmentColour colour,
        long revision,
        Instant revisionAt,
        long version)
        implements Serializable {
    static EnvironmentView of(ProjectKey project, Environment environment) {
        return new EnvironmentView(
                environment.id(),
                project,
                environment.key(),
                environment.name(),
                environment.production(),
                environment.sortOrder(),
                environment.colour(),
                environment.revision(),
                environment.revisionAt(),
                environment.version());
    }
}
