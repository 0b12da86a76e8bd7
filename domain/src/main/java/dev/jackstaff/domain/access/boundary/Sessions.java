package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.SessionStore;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.access.entity.UserSession;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.permission.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The sessions by which users are logged in. They are kept in the database, so that one that is ended at one hub is ended
 * at all. Needs no role: adapters call it for those who log in or out.
 */
@ApplicationScoped
@Transactional
public class Sessions {
    @Inject
    AccessStore store;

    @Inject
    SessionStore sessions;

    @Inject
    AuditRecorder audit;

    @Inject
    Clock clock;

    /** Begins a session of a user who has just proven who they are, and records it. */
    public SessionView begin(UUID user, SessionOrigin origin) {
        Instant now = clock.instant();
        User account = store.existingUser(user);
        UserSession session = new UserSession(account, origin, now);
        sessions.add(session, now);
        audit.recordAside(author(account, origin), new AuditChange("signed in", account.subject(), null, null));
        return SessionView.of(session);
    }

    private static AuditAuthor author(User user, SessionOrigin origin) {
        Channel channel = origin.kind() == SessionKind.PAGES ? Channel.PAGE : Channel.API;
        return new AuditAuthor(
                new Actor(user.email(), Rights.NONE, Actor.Kind.USER),
                "",
                new RequestOrigin(channel, origin.source(), ""));
    }

    /** The session of this id and its user; empty if it has ended, or if the user is deactivated. */
    public Optional<UserSessionView> find(UUID id) {
        Instant now = clock.instant();
        Optional<SessionStore.ActiveSession> found = sessions.find(id, now);
        found.ifPresent(active -> sessions.recordUse(active.session(), now));
        return found.map(active -> new UserSessionView(
                UserView.of(active.user(), Role.of(active.rights())),
                SessionView.of(active.session()),
                active.rights()));
    }

    /** Ends a session, if it has not ended yet. */
    public void end(UUID id) {
        sessions.find(id, clock.instant())
                .ifPresent(active -> sessions.end(active.user().id(), id));
    }
}
