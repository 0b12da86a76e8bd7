package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Project;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The readable state of a project. */
public record ProjectView(UUID id, ProjectKey key, String name, String description, Instant createdAt, long version)
        implements Serializable {
    static ProjectView of(Project project) {
        return new ProjectView(
                project.id(),
                project.key(),
                project.name(),
                project.description(),
                project.createdAt(),
                project.version());
    }
}
