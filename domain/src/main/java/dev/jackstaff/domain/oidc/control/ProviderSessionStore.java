package dev.jackstaff.domain.oidc.control;

import dev.jackstaff.domain.oidc.entity.ProviderSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The sessions that began at providers, in the database, and the logout tokens that were accepted. */
@ApplicationScoped
public class ProviderSessionStore {
    @Inject
    EntityManager entities;

    public void add(ProviderSession session) {
        entities.persist(session);
    }

    /** The provider's part of a session; empty if it began with a password. */
    public Optional<ProviderSession> find(UUID session) {
        return Optional.ofNullable(entities.find(ProviderSession.class, session));
    }

    /** Ends the sessions of a session at a provider; returns how many. */
    public int endBySid(String issuer, String sid) {
        return end("p.sid = ?2", issuer, sid);
    }

    /** Ends all sessions of a user that began at a provider; returns how many. */
    public int endBySubject(String issuer, String subject) {
        return end("p.subject = ?2", issuer, subject);
    }

    private int end(String condition, String issuer, String value) {
        return entities.createNativeQuery("delete from user_session where id in (select p.session_id"
                        + " from provider_session p where p.issuer = ?1 and " + condition + ")")
                .setParameter(1, issuer)
                .setParameter(2, value)
                .executeUpdate();
    }

    /** Remembers a logout token until it expires; returns whether it is new, which of several callers only one is told. */
    public boolean use(String tokenHash, Instant expiresAt, Instant now) {
        entities.createNativeQuery("delete from used_logout_token where expires_at <= ?1")
                .setParameter(1, Timestamp.from(now))
                .executeUpdate();
        return entities.createNativeQuery(
                                "insert into used_logout_token (token_hash, expires_at) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, tokenHash)
                        .setParameter(2, Timestamp.from(expiresAt))
                        .executeUpdate()
                > 0;
    }
}
