package dev.jackstaff.api.access;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body that describes a permission.
 *
 * @param level the narrowest scope in which it can be given
 */
public record PermissionResponse(
        String key, @Schema(implementation = PermissionLevel.class) String level, String description) {
    static PermissionResponse of(Permission permission) {
        return new PermissionResponse(permission.label(), permission.level().label(), permission.description());
    }
}
