package dev.jackstaff.domain.project.entity;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** A project, which owns environments, flags and segments. Its key never changes. All it owns is deleted with it. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Project extends VersionedEntity {
    @Column(name = "key", updatable = false)
    @Convert(converter = ProjectKeyConverter.class)
    private ProjectKey key;

    private String name;
    private String description;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Project() {}

    public Project(ProjectKey key, Instant now) {
        super(UUID.randomUUID());
        this.key = key;
        this.createdAt = now;
        describe(new ProjectDetails("", ""));
    }

    /** Changes name and description; a blank name is replaced by the key. */
    public final void describe(ProjectDetails details) {
        name = details.named(key).name();
        description = details.description();
    }

    public ProjectDetails details() {
        return new ProjectDetails(name, description);
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

    /** The subject of audit entries about this project. */
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
