package dev.jackstaff.domain.permission;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an actor may do: the union of the roles that were given to them. */
public record Rights(List<GrantedRole> roles) {
    public static final Rights NONE = new Rights(List.of());

    /** What the hub itself may do, and administrators. */
    public static final Rights ALL =
            new Rights(List.of(GrantedRole.of(BuiltInRole.ADMINISTRATOR, PermissionScope.INSTALLATION)));

    public Rights {
        roles = List.copyOf(roles);
    }

    /** The rights by one role in the whole installation. */
    public static Rights of(BuiltInRole role) {
        return new Rights(List.of(GrantedRole.of(role, PermissionScope.INSTALLATION)));
    }

    /** Whether they contain a permission in a scope. */
    public boolean allow(Permission permission, PermissionScope scope) {
        return roles.stream().anyMatch(role -> role.allows(permission, scope));
    }

    /** Whether they contain all that a role allows. */
    public boolean allow(GrantedRole role) {
        return role.permissions().stream()
                .filter(permission -> role.allows(permission, role.scope()))
                .allMatch(permission -> allow(permission, role.scope()));
    }

    /** What both these and a role allow. */
    public Rights limitedTo(GrantedRole limit) {
        return new Rights(
                roles.stream().flatMap(role -> role.limitedTo(limit).stream()).toList());
    }

    /** The permissions in a scope. */
    public Set<Permission> in(PermissionScope scope) {
        EnumSet<Permission> found = EnumSet.allOf(Permission.class);
        found.removeIf(permission -> !allow(permission, scope));
        return found;
    }
}
