package dev.jackstaff.api.project;

import dev.jackstaff.domain.project.boundary.ProjectView;
import java.util.UUID;

/** A project as it is read. */
public record Project(UUID id, String key, String name, String description, String createdAt, long version) {
    static Project of(ProjectView view) {
        return new Project(
                view.id(),
                view.key().value(),
                view.name(),
                view.description(),
                view.createdAt().toString(),
                view.version());
    }
}
