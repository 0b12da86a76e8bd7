package dev.jackstaff.domain.permission;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.Actor;

/** Who may do what. Every instruction asks it before anything is read or changed. */
public interface AccessPolicy {
    /** Whether an actor has a permission in a scope. */
    boolean allows(Actor actor, Permission permission, PermissionScope scope);

    /**
     * Refuses an actor who does not have a permission.
     *
     * @throws DomainException.Forbidden with a sentence that says what is missing
     */
    void require(Actor actor, Permission permission, PermissionScope scope);
}
