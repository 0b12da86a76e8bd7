package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A program that has roles of its own, and tokens by which it proves who it is. */
@Entity
@Table(name = "service_account")
@SuppressWarnings("NullAway.Init")
public class ServiceAccount extends VersionedEntity {
    private String name;
    private String description;
    private boolean active;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    protected ServiceAccount() {}

    public ServiceAccount(String name, String description, String createdBy, Instant now) {
        super(UUID.randomUUID());
        this.name = name.strip();
        this.description = description;
        this.active = true;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    public void describe(String newName, String newDescription) {
        name = newName.strip();
        description = newDescription;
    }

    public void activate(boolean isActive) {
        active = isActive;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    /** The subject of audit entries about this account. */
    public AuditChange.Subject subject() {
        return AuditChange.Subject.of(AuditChange.Subject.SERVICE_ACCOUNT, name);
    }

    public String auditJson() {
        return new AuditJson()
                .text("name", name)
                .text("description", description)
                .bool("active", active)
                .toJson();
    }
}
