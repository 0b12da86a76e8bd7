package dev.jackstaff.domain.permission.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.permission.AccessPolicy;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import jakarta.enterprise.context.ApplicationScoped;

/** The policy by roles alone: each permission has the least role that includes it, in every project. */
@ApplicationScoped
public class RolePolicy implements AccessPolicy {
    @Override
    public void require(Actor actor, Permission permission, PermissionScope scope) {
        Role needed = permission.leastRole();
        if (!actor.role().includes(needed)) {
            throw new DomainException.Forbidden("this requires the role " + needed.label());
        }
    }
}
