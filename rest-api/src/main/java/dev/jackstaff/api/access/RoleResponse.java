package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.boundary.RoleView;
import dev.jackstaff.domain.permission.Permission;
import java.util.List;

/**
 * The body that describes a role.
 *
 * @param builtIn whether every installation has it; it cannot be changed then
 */
public record RoleResponse(
        String key, String name, String description, List<String> permissions, boolean builtIn, long version) {
    static RoleResponse of(RoleView view) {
        return new RoleResponse(
                view.key(),
                view.details().name(),
                view.details().description(),
                view.details().permissions().stream()
                        .sorted()
                        .map(Permission::label)
                        .toList(),
                view.builtIn(),
                view.version());
    }
}
