package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import jakarta.enterprise.context.ApplicationScoped;

/** The policy by the rights that actors have at the time of their request. */
@ApplicationScoped
public class RightsPolicy implements AccessPolicy {
    @Override
    public boolean allows(Actor actor, Permission permission, PermissionScope scope) {
        return actor.rights().allow(permission, scope);
    }
}
