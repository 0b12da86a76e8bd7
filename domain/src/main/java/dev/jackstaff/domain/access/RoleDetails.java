package dev.jackstaff.domain.access;

import dev.jackstaff.domain.permission.Permission;
import java.util.Set;

/** The changeable details of a role that an installation defines. */
public record RoleDetails(String name, String description, Set<Permission> permissions) {
    public RoleDetails {
        permissions = Set.copyOf(permissions);
    }
}
