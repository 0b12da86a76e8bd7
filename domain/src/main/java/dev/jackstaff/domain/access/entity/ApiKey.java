package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.storage.NullableUuidConverter;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key of a program. Only the hash of its secret is stored. It is valid until it expires or is revoked. */
@Entity
@Table(name = "api_key")
@SuppressWarnings("NullAway.Init")
public class ApiKey extends VersionedEntity {
    private String name;

    @Convert(converter = AccessConverters.ApiKeyKindConverter.class)
    private ApiKeyKind kind;

    @Column(name = "project_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID projectId;

    @Column(name = "environment_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID environmentId;

    private String hash;
    private String prefix;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    protected ApiKey() {}

    public ApiKey(String name, ApiKeySecret secret, String createdBy, Instant now) {
        super(UUID.randomUUID());
        this.name = name;
        this.kind = secret.kind();
        this.hash = secret.hash();
        this.prefix = secret.prefix();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /**
     * Limits the key to a project, or to an environment of it.
     *
     * @param environment null for a key of the management API
     */
    public void limitTo(UUID project, @Nullable UUID environment) {
        projectId = project;
        environmentId = environment;
    }

    /** Sets the instant at which the key expires. */
    public void expireAt(Instant end) {
        expiresAt = end;
    }

    public void revoke(Instant now) {
        if (revokedAt != null) {
            throw new DomainException.Conflict("the key \"" + name + "\" is revoked");
        }
        revokedAt = now;
    }

    /** Whether the key is valid at an instant and its secret has this hash. */
    public boolean isValidFor(String secretHash, Instant now) {
        return hash.equals(secretHash) && isValidAt(now);
    }

    private boolean isValidAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    public String name() {
        return name;
    }

    public ApiKeyKind kind() {
        return kind;
    }

    /** A key that takes the place of this one: of the same name, kind and limits. */
    public ApiKey successor(ApiKeySecret secret, String by, Instant now) {
        ApiKey next = new ApiKey(name, secret, by, now);
        next.projectId = projectId;
        next.environmentId = environmentId;
        next.expiresAt = expiresAt == null ? null : now.plus(Duration.between(createdAt, expiresAt));
        return next;
    }

    /** Lets the key expire earlier, if it would not anyway. */
    public void endAt(Instant end) {
        if (expiresAt == null || end.isBefore(expiresAt)) {
            expiresAt = end;
        }
    }

    public Optional<UUID> environmentId() {
        return Optional.ofNullable(environmentId);
    }

    public String prefix() {
        return prefix;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** The subject of audit entries about this key. */
    public AuditChange.Subject subject() {
        return AuditChange.Subject.of("key", name);
    }

    public String auditJson() {
        AuditJson builder = new AuditJson()
                .text("id", id().toString())
                .text("name", name)
                .text("kind", kind.label())
                .text("prefix", prefix);
        if (expiresAt != null) {
            builder.text("expiresAt", expiresAt.toString());
        }
        if (revokedAt != null) {
            builder.text("revokedAt", revokedAt.toString());
        }
        return builder.toJson();
    }
}
