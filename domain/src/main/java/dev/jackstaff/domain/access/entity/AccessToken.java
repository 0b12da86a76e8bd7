package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.storage.NullableUuidConverter;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program acts as a user or a service account at the management API. It never allows more than its
 * owner may do at the time. Only the hash of its secret is stored.
 */
@Entity
@Table(name = "access_token")
@SuppressWarnings("NullAway.Init")
public class AccessToken extends VersionedEntity {
    @Column(name = "user_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID userId;

    @Column(name = "service_account_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID serviceAccountId;

    @Column(name = "owner_id", insertable = false, updatable = false)
    private @Nullable UUID ownerId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String hash;

    @Column(updatable = false)
    private String prefix;

    @Column(updatable = false)
    private @Nullable String role;

    @Column(name = "project_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID projectId;

    @Column(name = "environment_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID environmentId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    protected AccessToken() {}

    public AccessToken(
            GrantSubject owner, String name, TokenSecret secret, String createdBy, Instant now, Instant end) {
        super(UUID.randomUUID());
        switch (owner.kind()) {
            case USER -> this.userId = owner.id();
            case SERVICE_ACCOUNT -> this.serviceAccountId = owner.id();
            case GROUP -> throw new IllegalArgumentException("groups have no tokens");
        }
        this.name = name.strip();
        this.hash = secret.hash();
        this.prefix = secret.prefix();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.expiresAt = end;
    }

    /**
     * Limits the token to what a role allows somewhere.
     *
     * @param newRole null for all that its owner may do
     * @param project null for everywhere
     * @param environment null for all environments
     */
    public void limitTo(@Nullable String newRole, @Nullable UUID project, @Nullable UUID environment) {
        role = newRole;
        projectId = project;
        environmentId = environment;
    }

    /** A token that takes the place of this one: of the same owner, name and limits. */
    public AccessToken successor(TokenSecret secret, String by, Instant now, Instant end) {
        AccessToken next = new AccessToken(owner(), name, secret, by, now, end);
        next.limitTo(role, projectId, environmentId);
        return next;
    }

    /** Lets the token end earlier, if it would not anyway. */
    public void endAt(Instant end) {
        if (end.isBefore(expiresAt)) {
            expiresAt = end;
        }
    }

    public GrantSubject owner() {
        return userId != null
                ? GrantSubject.user(userId)
                : new GrantSubject(GrantSubject.Kind.SERVICE_ACCOUNT, Objects.requireNonNull(serviceAccountId));
    }

    public String name() {
        return name;
    }

    public String prefix() {
        return prefix;
    }

    /** The key of the role to which the token is limited; empty for all that its owner may do. */
    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    /** The subject of audit entries about this token. */
    public AuditChange.Subject subject() {
        return AuditChange.Subject.of(AuditChange.Subject.TOKEN, name);
    }

    public String auditJson() {
        AuditJson json = new AuditJson()
                .text("id", id().toString())
                .text("name", name)
                .text("owner", owner().toString())
                .text("prefix", prefix)
                .text("expiresAt", expiresAt.toString());
        role().ifPresent(limit -> json.text("role", limit));
        return json.toJson();
    }
}
