package dev.jackstaff.api.project;

import dev.jackstaff.domain.project.boundary.ProjectView;
import java.util.UUID;

/** The body that describes a project in a response. */
public record ProjectResponse(UUID id, String key, String name, String description, String createdAt, long version) {
    static ProjectResponse of(ProjectView view) {
        return new ProjectResponse(
                view.id(),
                view.key().value(),
                view.name(),
                view.description(),
                view.createdAt().toString(),
                view.version());
    }
}
