package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.storage.NullableUuidConverter;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role that somebody was given in the installation, a project or an environment. */
@Entity
@Table(name = "access_grant")
@SuppressWarnings("NullAway.Init")
public class Grant extends VersionedEntity {
    @Column(name = "user_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID userId;

    @Column(name = "group_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID groupId;

    @Column(name = "service_account_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID serviceAccountId;

    @Column(updatable = false)
    private String role;

    @Column(name = "project_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID projectId;

    @Column(name = "environment_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    private @Nullable UUID environmentId;

    @Column(updatable = false)
    @Convert(converter = AccessConverters.GrantOriginConverter.class)
    private GrantOrigin origin;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    protected Grant() {}

    /** A grant in the whole installation. */
    public Grant(GrantSubject subject, String role, GrantOrigin origin, String createdBy, Instant now) {
        super(UUID.randomUUID());
        switch (subject.kind()) {
            case USER -> this.userId = subject.id();
            case GROUP -> this.groupId = subject.id();
            case SERVICE_ACCOUNT -> this.serviceAccountId = subject.id();
        }
        this.role = role;
        this.origin = origin;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /**
     * Limits the grant to a project, or to an environment of it.
     *
     * @param environment null for all environments
     */
    public void limitTo(UUID project, @Nullable UUID environment) {
        projectId = project;
        environmentId = environment;
    }

    /** Whether another grant gives the same. */
    public boolean isLike(Grant other) {
        return role.equals(other.role)
                && origin == other.origin
                && Objects.equals(projectId, other.projectId)
                && Objects.equals(environmentId, other.environmentId);
    }

    public GrantSubject subject() {
        if (userId != null) {
            return GrantSubject.user(userId);
        }
        if (groupId != null) {
            return new GrantSubject(GrantSubject.Kind.GROUP, groupId);
        }
        return new GrantSubject(GrantSubject.Kind.SERVICE_ACCOUNT, Objects.requireNonNull(serviceAccountId));
    }

    public String role() {
        return role;
    }

    public GrantOrigin origin() {
        return origin;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public @Nullable UUID projectId() {
        return projectId;
    }

    public @Nullable UUID environmentId() {
        return environmentId;
    }
}
