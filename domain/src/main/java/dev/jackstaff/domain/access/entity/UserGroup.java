package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Users who have roles together. */
@Entity
@Table(name = "user_group")
@SuppressWarnings("NullAway.Init")
public class UserGroup extends VersionedEntity {
    private String name;

    @Column(updatable = false)
    @Convert(converter = AccessConverters.GrantOriginConverter.class)
    private GrantOrigin origin;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected UserGroup() {}

    public UserGroup(String name, GrantOrigin origin, Instant now) {
        super(UUID.randomUUID());
        this.name = name.strip();
        this.origin = origin;
        this.createdAt = now;
    }

    public void rename(String newName) {
        name = newName.strip();
    }

    public String name() {
        return name;
    }

    public GrantOrigin origin() {
        return origin;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The subject of audit entries about this group. */
    public AuditChange.Subject subject() {
        return AuditChange.Subject.of(AuditChange.Subject.GROUP, name);
    }

    public String auditJson() {
        return new AuditJson().text("name", name).text("origin", origin.label()).toJson();
    }
}
