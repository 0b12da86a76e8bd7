package dev.jackstaff.domain.permission.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.permission.AccessPolicy;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import jakarta.enterprise.context.ApplicationScoped;

/** The policy by roles alone, in every project. */
@ApplicationScoped
public class RolePolicy implements AccessPolicy {
    @Override
    public boolean allows(Actor actor, Permission permission, PermissionScope scope) {
        BuiltInRole role =
                switch (actor.role()) {
                    case ADMIN -> BuiltInRole.ADMINISTRATOR;
                    case EDITOR -> BuiltInRole.EDITOR;
                    case VIEWER -> BuiltInRole.VIEWER;
                };
        return role.permissions().contains(permission);
    }

    @Override
    public void require(Actor actor, Permission permission, PermissionScope scope) {
        if (!allows(actor, permission, scope)) {
            throw new DomainException.Forbidden("this requires the permission " + permission.label() + " in " + scope);
        }
    }
}
