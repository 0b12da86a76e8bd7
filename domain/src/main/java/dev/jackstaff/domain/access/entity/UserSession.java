package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.SessionCookie;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session of a user: a token of the API, which names its id, or a cookie of the pages, of which it has the hash. It ends
 * when it expires, when it is not used for long, or when it is deleted.
 */
@Entity
@Table(name = "user_session")
@SuppressWarnings("NullAway.Init")
public class UserSession extends VersionedEntity {
    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Convert(converter = AccessConverters.SessionKindConverter.class)
    private SessionKind kind;

    private String source;
    private String agent;

    @Column(name = "cookie_hash", updatable = false)
    private @Nullable String cookieHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "last_used_at", updatable = false)
    private Instant lastUsedAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    protected UserSession() {}

    /** A new session, with a cookie if it is one of the pages. Its times are whole seconds, as tokens have them. */
    public UserSession(User user, SessionOrigin origin, @Nullable SessionCookie cookie, Instant now) {
        super(UUID.randomUUID());
        this.userId = user.id();
        this.kind = origin.kind();
        this.source = origin.source();
        this.agent = origin.agent();
        this.cookieHash = cookie == null ? null : cookie.hash();
        this.createdAt = now.truncatedTo(ChronoUnit.SECONDS);
        this.lastUsedAt = createdAt;
        this.expiresAt = createdAt.plus(kind.lifetime());
    }

    public UUID userId() {
        return userId;
    }

    public SessionKind kind() {
        return kind;
    }

    public String source() {
        return source;
    }

    public String agent() {
        return agent;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Whether it was not used for longer than a session of its kind may be. */
    public boolean isAbandoned(Instant now) {
        return !lastUsedAt.plus(kind.idleTime()).isAfter(now);
    }
}
