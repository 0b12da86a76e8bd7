package dev.jackstaff.domain.project.entity;

import dev.jackstaff.domain.audit.control.AuditChange;
import dev.jackstaff.domain.audit.control.AuditJson;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What owns flags and segments. Its key is for life; its name and description may change; deleted, it takes all with it. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Project {
    @Id
    private UUID id;

    @Column(name = "key", updatable = false)
    @Convert(converter = ProjectKeyConverter.class)
    private ProjectKey key;

    private String name;
    private String description;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected Project() {}

    public Project(ProjectKey key, Instant now) {
        this.id = UUID.randomUUID();
        this.key = key;
        this.createdAt = now;
        describe("", "");
    }

    /** Gives it a name, which is its key where the name is blank, and a description. */
    public final void describe(String newName, String newDescription) {
        name = newName.isBlank() ? key.value() : newName.strip();
        description = newDescription;
    }

    public UUID id() {
        return id;
    }

    public ProjectKey key() {
        return key;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }

    /** This project, as the audit trail names it. */
    public AuditChange.Subject subject() {
        return AuditChange.Subject.of("project", key).inProject(key);
    }

    public String auditJson() {
        return new AuditJson()
                .text("key", key.value())
                .text("name", name)
                .text("description", description)
                .toJson();
    }
}
