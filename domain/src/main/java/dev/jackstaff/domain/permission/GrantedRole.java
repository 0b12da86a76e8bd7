package dev.jackstaff.domain.permission;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A role with the scope in which it was given.
 *
 * @param role its key
 */
public record GrantedRole(String role, Set<Permission> permissions, PermissionScope scope) {
    public GrantedRole {
        permissions = Set.copyOf(permissions);
    }

    public static GrantedRole of(BuiltInRole role, PermissionScope scope) {
        return new GrantedRole(role.label(), role.permissions(), scope);
    }

    /** What both this and another role allow; empty if there is no scope that both have. */
    Optional<GrantedRole> limitedTo(GrantedRole limit) {
        boolean isWithin = limit.scope.contains(scope);
        if (!isWithin && !scope.contains(limit.scope)) {
            return Optional.empty();
        }
        Set<Permission> common =
                permissions.stream().filter(limit.permissions::contains).collect(Collectors.toUnmodifiableSet());
        return Optional.of(new GrantedRole(role, common, isWithin ? scope : limit.scope));
    }

    /**
     * Whether this allows something in a scope. What concerns the installation is allowed by roles in the installation
     * alone. Whoever has a role in an environment sees its project.
     */
    boolean allows(Permission permission, PermissionScope wanted) {
        if (!permissions.contains(permission)) {
            return false;
        }
        if (permission.level() == PermissionLevel.INSTALLATION) {
            return scope.isInstallation();
        }
        if (permission == Permission.PROJECT_READ && !wanted.isInstallation()) {
            return scope.isInstallation() || scope.project().equals(wanted.project());
        }
        return scope.contains(wanted);
    }
}
