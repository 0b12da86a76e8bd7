package dev.jackstaff.api.project;

import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body that describes an environment in a response.
 *
 * @param colour its colour on pages while it is not in production
 * @param revision counts the changes to its flags
 */
public record EnvironmentResponse(
        UUID id,
        String key,
        String name,
        boolean production,
        int sortOrder,
        @Schema(implementation = EnvironmentColour.class) String colour,
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
                view.colour().label(),
                view.revision(),
                view.revisionAt().toString(),
                view.version());
    }
}
