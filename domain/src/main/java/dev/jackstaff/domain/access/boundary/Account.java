package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.PasswordAuthenticator;
import dev.jackstaff.domain.access.control.SessionStore;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.Login;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The use cases of a user's own account. Forbidden for actors who are no users, such as keys. */
@ApplicationScoped
@Transactional
@RequiresPermission({})
public class Account {
    @Inject
    AccessStore store;

    @Inject
    SessionStore sessions;

    @Inject
    PasswordAuthenticator passwords;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** The user who asks. */
    public UserView get() {
        return UserView.of(
                store.existingUser(currentActor.login().user()),
                Role.of(currentActor.actor().rights()));
    }

    /** What whoever asks may do now; for keys and tokens too. */
    public Rights rights() {
        return currentActor.actor().rights();
    }

    /**
     * Changes the password of the user who asks, and ends their other sessions. Invalid if the current password is
     * wrong; wrong ones count like failed logins.
     *
     * @param source the IP address that the request comes from
     */
    public void changePassword(String current, String next, String source) {
        Login login = currentActor.interactiveLogin();
        User user = store.existingUser(login.user());
        Violations violations = new Violations();
        PasswordAuthenticator.checkNewPassword(violations, "newPassword", next);
        violations.throwIfAny();
        if (passwords.authenticate(user.email(), current, source).isEmpty()) {
            throw new DomainException.Invalid("currentPassword", "is not the current password");
        }
        String before = user.auditJson();
        user.changePassword(passwords.hash(next));
        sessions.endOthers(login.user(), login.session());
        audit.record(
                AuditChange.updated(user.subject(), before, user.auditJson()).withAction("password changed"));
        unitOfWork.flush();
    }

    /** The user's sessions that have not ended, latest first. */
    public List<SessionView> sessions() {
        return sessions.list(currentActor.interactiveLogin().user(), clock.instant()).stream()
                .map(SessionView::of)
                .toList();
    }

    /** The id of the session by which the user asks. */
    public UUID currentSession() {
        return currentActor.interactiveLogin().session();
    }

    /** Ends a session of the user, or NotFound. */
    public void endSession(UUID id) {
        if (!sessions.end(currentActor.interactiveLogin().user(), id)) {
            throw new DomainException.NotFound("session", id);
        }
    }

    /** Ends all sessions of the user, the one by which they ask too. */
    public void endSessions() {
        sessions.endAll(currentActor.interactiveLogin().user());
    }
}
