package dev.jackstaff.domain.audit;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may read the audit trail. */
@ApplicationScoped
public class AuditAccess {
    @Inject
    AccessPolicy policy;

    /** Whether an actor may read all of it: also entries on users, and the addresses of callers. */
    public boolean readsAll(Actor actor) {
        return policy.allows(actor, Permission.AUDIT_READ, PermissionScope.INSTALLATION);
    }

    /**
     * Refuses an actor who may not read all of it.
     *
     * @throws DomainException.Forbidden with a sentence that says what is missing
     */
    public void requireAll(Actor actor) {
        policy.require(actor, Permission.AUDIT_READ, PermissionScope.INSTALLATION);
    }
}
