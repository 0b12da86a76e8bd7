package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;

/** Who may do what. Every use case asks it before anything is read or changed. */
public interface AccessPolicy {
    /** Whether an actor has a permission in a scope. */
    boolean allows(Actor actor, Permission permission, PermissionScope scope);

    /**
     * Refuses an actor who does not have a permission.
     *
     * @throws DomainException.Forbidden with a sentence that says what is missing and who can give it
     */
    default void require(Actor actor, Permission permission, PermissionScope scope) {
        if (!allows(actor, permission, scope)) {
            throw new DomainException.Forbidden("this requires the permission " + permission.label() + " in " + scope
                    + ", which " + givers(permission) + " can give");
        }
    }

    private static String givers(Permission permission) {
        return switch (permission.level()) {
            case INSTALLATION -> "an administrator";
            case PROJECT, ENVIRONMENT -> "an owner of the project or an administrator";
        };
    }
}
