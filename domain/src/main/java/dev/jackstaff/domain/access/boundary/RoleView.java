package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.RoleDetails;
import dev.jackstaff.domain.access.entity.CustomRole;
import dev.jackstaff.domain.permission.BuiltInRole;
import java.util.Locale;

/**
 * The readable state of a role.
 *
 * @param builtIn whether every installation has it; it cannot be changed then
 * @param version 0 if it is built in
 */
public record RoleView(String key, RoleDetails details, boolean builtIn, long version) {
    static RoleView of(CustomRole role) {
        return new RoleView(role.key(), role.details(), false, role.version());
    }

    static RoleView of(BuiltInRole role) {
        String name = role.label().substring(0, 1).toUpperCase(Locale.ROOT)
                + role.label().substring(1);
        return new RoleView(role.label(), new RoleDetails(name, role.description(), role.permissions()), true, 0);
    }
}
