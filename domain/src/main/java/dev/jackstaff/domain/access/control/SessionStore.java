package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.access.SessionCookie;
import dev.jackstaff.domain.access.entity.EffectiveGrant;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.access.entity.UserSession;
import dev.jackstaff.domain.permission.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions of users in the database. */
@ApplicationScoped
public class SessionStore {
    /** The most sessions of one user. A further one ends the one that was not used for the longest time. */
    static final int MAX_SESSIONS = 1_000;

    /** The precision of a session's last use: it is written at most once in this time. */
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);

    @Inject
    EntityManager entities;

    /** A session with its user, and what that one may do now. */
    public record ActiveSession(UserSession session, User user, Rights rights) {}

    /** The session that has not ended, with its user if that one is active. */
    public Optional<ActiveSession> find(UUID id, Instant now) {
        return find("s.id", id, now);
    }

    /** The session that a cookie names, as above. */
    public Optional<ActiveSession> find(SessionCookie cookie, Instant now) {
        return find("s.cookieHash", cookie.hash(), now);
    }

    private Optional<ActiveSession> find(String field, Object value, Instant now) {
        List<Object[]> rows = entities.createQuery(
                        "select s, u, g from UserSession s join User u on s.userId = u.id"
                                + " left join EffectiveGrant g on g.subjectId = s.userId where " + field
                                + " = :value and s.expiresAt > :now and u.active = true",
                        Object[].class)
                .setParameter("value", value)
                .setParameter("now", now)
                .getResultList();
        if (rows.isEmpty() || ((UserSession) rows.get(0)[0]).isAbandoned(now)) {
            return Optional.empty();
        }
        Rights rights = GrantStore.rights(
                rows.stream().map(row -> (EffectiveGrant) row[2]).toList());
        return Optional.of(new ActiveSession((UserSession) rows.get(0)[0], (User) rows.get(0)[1], rights));
    }

    /** A user's sessions that have not ended, latest first. */
    public List<UserSession> list(UUID user, Instant now) {
        return entities.createQuery(
                        "select s from UserSession s where s.userId = :user and s.expiresAt > :now"
                                + " order by s.createdAt desc, s.id",
                        UserSession.class)
                .setParameter("user", user)
                .setParameter("now", now)
                .getResultStream()
                .filter(session -> !session.isAbandoned(now))
                .toList();
    }

    /** Adds a session. Removes those that have expired, and one too many. */
    public void add(UserSession session, Instant now) {
        entities.createQuery("delete from UserSession s where s.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
        entities.createNativeQuery("delete from user_session where id in (select id from user_session"
                        + " where user_id = cast(?1 as uuid) order by last_used_at desc offset ?2)")
                .setParameter(1, session.userId().toString())
                .setParameter(2, MAX_SESSIONS - 1)
                .executeUpdate();
        entities.persist(session);
    }

    /** Records the time a session was used, at most once per {@link #USE_RESOLUTION}. */
    public void recordUse(UserSession session, Instant now) {
        if (session.lastUsedAt().plus(USE_RESOLUTION).isBefore(now)) {
            entities.createNativeQuery("update user_session set last_used_at = ?1 where id = cast(?2 as uuid)")
                    .setParameter(1, Timestamp.from(now))
                    .setParameter(2, session.id().toString())
                    .executeUpdate();
        }
    }

    /** Ends a session of a user; returns whether there was one. */
    public boolean end(UUID user, UUID session) {
        return entities.createQuery("delete from UserSession s where s.id = :id and s.userId = :user")
                        .setParameter("id", session)
                        .setParameter("user", user)
                        .executeUpdate()
                > 0;
    }

    /** Ends all sessions of a user. */
    public void endAll(UUID user) {
        entities.createQuery("delete from UserSession s where s.userId = :user")
                .setParameter("user", user)
                .executeUpdate();
    }

    /** Ends all sessions of a user but one. */
    public void endOthers(UUID user, UUID session) {
        entities.createQuery("delete from UserSession s where s.userId = :user and s.id <> :id")
                .setParameter("user", user)
                .setParameter("id", session)
                .executeUpdate();
    }
}
