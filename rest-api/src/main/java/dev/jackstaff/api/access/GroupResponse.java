package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.boundary.GroupView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body that describes a group of users.
 *
 * @param origin where it comes from
 */
public record GroupResponse(
        UUID id,
        String name,
        @Schema(implementation = GrantOrigin.class) String origin,
        String createdAt,
        long version) {
    static GroupResponse of(GroupView view) {
        return new GroupResponse(
                view.id(), view.name(), view.origin().label(), view.createdAt().toString(), view.version());
    }
}
