package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;

/** Nobody gives rights that they do not have, nor takes them, nor acts for somebody who has more. */
@ApplicationScoped
public class GrantGuard {
    @Inject
    CurrentActor currentActor;

    @Inject
    AccessPolicy policy;

    @Inject
    GrantStore grants;

    /** Refuses an actor who may not give or take a role, or who has not all that it allows. */
    public void requireGrantable(GrantedRole role) {
        policy.require(currentActor.actor(), Permission.GRANT_UPDATE, role.scope());
        requireHeld(role);
    }

    /** Refuses an actor who lacks something that one of these roles allows. */
    public void requireHeld(Collection<GrantedRole> roles) {
        roles.forEach(this::requireHeld);
    }

    /** Refuses an actor who lacks something that a user or service account may do. */
    public void requireOver(UUID subject) {
        requireHeld(grants.rightsOf(subject).roles());
    }

    private void requireHeld(GrantedRole role) {
        Actor actor = currentActor.actor();
        if (!actor.rights().allow(role)) {
            throw new DomainException.Forbidden("the role " + role.role() + " in " + role.scope()
                    + " allows more than you may do yourself; ask an administrator");
        }
    }
}
