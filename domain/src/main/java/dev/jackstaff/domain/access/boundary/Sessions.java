package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.SessionCookie;
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
        UserSession session = new UserSession(account, origin, null, now);
        add(session, account, origin, now);
        return SessionView.of(session);
    }

    private void add(UserSession session, User account, SessionOrigin origin, Instant now) {
        sessions.add(session, now);
        audit.recordAside(author(account, origin), new AuditChange("signed in", account.subject(), null, null));
    }

    private static AuditAuthor author(User user, SessionOrigin origin) {
        Channel channel = origin.kind() == SessionKind.PAGES ? Channel.PAGE : Channel.API;
        return new AuditAuthor(
                new Actor(user.email(), Rights.NONE, Actor.Kind.USER),
                "",
                new RequestOrigin(channel, origin.source(), ""));
    }

    /** Begins a session of the pages, whose cookie is valid at every hub. */
    public PageSession beginPages(UUID user, SessionOrigin origin) {
        Instant now = clock.instant();
        SessionCookie cookie = SessionCookie.generate();
        User account = store.existingUser(user);
        UserSession session = new UserSession(account, origin, cookie, now);
        add(session, account, origin, now);
        return new PageSession(SessionView.of(session), cookie);
    }

    /** The session of this id and its user; empty if it has ended, or if the user is deactivated. */
    public Optional<UserSessionView> find(UUID id) {
        Instant now = clock.instant();
        return used(sessions.find(id, now), now);
    }

    /** The session of the pages that a cookie names, and its user; empty as above. */
    public Optional<UserSessionView> find(SessionCookie cookie) {
        Instant now = clock.instant();
        return used(sessions.find(cookie, now), now);
    }

    private Optional<UserSessionView> used(Optional<SessionStore.ActiveSession> found, Instant now) {
        found.ifPresent(active -> sessions.recordUse(active.session(), now));
        return found.map(active -> new UserSessionView(
                UserView.of(active.user(), Role.of(active.rights())),
                SessionView.of(active.session()),
                active.rights()));
    }

    /** Ends the session of the pages that a cookie names, if it has not ended yet. */
    public void end(SessionCookie cookie) {
        sessions.find(cookie, clock.instant())
                .ifPresent(active ->
                        sessions.end(active.user().id(), active.session().id()));
    }

    /** Ends a session, if it has not ended yet. */
    public void end(UUID id) {
        sessions.find(id, clock.instant())
                .ifPresent(active -> sessions.end(active.user().id(), id));
    }
}
