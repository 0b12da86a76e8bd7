package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.entity.Grant;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.stream.Stream;

/** What users are in the installation, set in one word. */
@ApplicationScoped
public class InstallationRoles {
    @Inject
    EntityManager entities;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    GrantStore grants;

    @Inject
    GrantGuard guard;

    @Inject
    AuditRecorder audit;

    @Inject
    Clock clock;

    /** Gives a new user a role, which the actor need not have. */
    public void give(Actor actor, User user, Role role) {
        unitOfWork.flush();
        role.builtIn()
                .ifPresent(builtIn -> grants.add(new Grant(
                        GrantSubject.user(user.id()),
                        builtIn.label(),
                        GrantOrigin.MANUAL,
                        actor.name(),
                        clock.instant())));
    }

    /** Refuses an actor who may not give or take what users are by a role. */
    public void requireGrantable(Role role) {
        role.builtIn()
                .ifPresent(builtIn -> guard.requireGrantable(GrantedRole.of(builtIn, PermissionScope.INSTALLATION)));
    }

    /** Makes a user what the role says, in place of what they were. The caller holds the lock of grants. */
    public void replace(Actor actor, User user, Role role) {
        Role before = grants.roleOf(user.id());
        if (before == role) {
            return;
        }
        Stream.of(before, role).forEach(this::requireGrantable);
        grants.ofRole(user.id()).forEach(grants::remove);
        give(actor, user, role);
        unitOfWork.flush();
        if (grants.roleOf(user.id()) != role) {
            throw new DomainException.Conflict(
                    "\"" + user.email() + "\" has more by other grants or groups; take those away first");
        }
        entities.lock(user, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        audit.record(
                AuditChange.updated(user.subject(), json(before), json(role)).withAction("role changed"));
    }

    private static String json(Role role) {
        return new AuditJson().text("role", role.label()).toJson();
    }
}
