package dev.jackstaff.api.project;

import dev.jackstaff.domain.project.boundary.EnvironmentView;
import java.util.UUID;

/**
 * The body that describes an environment in a response.
 *
 * @param revision counts the changes to its flags
 */
public record EnvironmentResponse(
        UUID id,
        String key,
        String name,
        boolean production,
        int sortOrder,
        long revision,
        String revisionAt,
        long version) {
    static EnvironmentResponse of(EnvironmentView view) {
        return new EnvironmentResponse(
                view.id(),
                view.key().value(),
                view.name(),
                view.production(),
                view.sortOrder(),
                view.revision(),
                view.revisionAt().toString(),
                view.version());
    }
}
