package dev.jackstaff.domain.project.entity;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/**
 * An environment of a project, such as production. Its revision begins at 1 and is raised by the database alone, so it
 * is only read here; the version counts the changes to its own details.
 */
@Entity
@SuppressWarnings("NullAway.Init")
public class Environment extends VersionedEntity {
    private static final long FIRST_REVISION = 1;

    @Column(name = "project_id", updatable = false)
    private UUID projectId;

    @Column(name = "key", updatable = false)
    @Convert(converter = EnvironmentKeyConverter.class)
    private EnvironmentKey key;

    private String name;
    private boolean production;

    @Column(name = "sort_order")
    private int sortOrder;

    /** The name of an {@link EnvironmentColour}. */
    private String colour;

    @Column(name = "revision", updatable = false)
    private long revision;

    @Column(name = "revision_at", updatable = false)
    private Instant revisionAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Environment() {}

    public Environment(Project project, EnvironmentKey key, Instant now) {
        super(UUID.randomUUID());
        this.projectId = project.id();
        this.key = key;
        this.name = key.value();
        this.colour = EnvironmentColour.SLATE.label();
        this.revision = FIRST_REVISION;
        this.revisionAt = now;
        this.createdAt = now;
    }

    /** Changes the details; a blank name is replaced by the key. */
    public void describe(EnvironmentDetails details) {
        name = details.named(key).name();
        production = details.production();
        sortOrder = details.sortOrder();
        colour = details.colour().label();
    }

    public EnvironmentDetails details() {
        return new EnvironmentDetails(name, production, sortOrder, colour());
    }

    public UUID projectId() {
        return projectId;
    }

    public EnvironmentKey key() {
        return key;
    }

    public String name() {
        return name;
    }

    public boolean production() {
        return production;
    }

    public int sortOrder() {
        return sortOrder;
    }

    public EnvironmentColour colour() {
        return EnvironmentColour.LABELS.find(colour).orElse(EnvironmentColour.SLATE);
    }

    public long revision() {
        return revision;
    }

    public Instant revisionAt() {
        return revisionAt;
    }

    /** The subject of audit entries about an environment. */
    public static AuditChange.Subject subject(EnvironmentKey key, Project project) {
        return AuditChange.Subject.of("environment", key)
                .inProject(project.key())
                .inEnvironment(key);
    }

    public String auditJson() {
        return new AuditJson()
                .text("key", key.value())
                .text("name", name)
                .bool("production", production)
                .number("sortOrder", sortOrder)
                .text("colour", colour)
                .toJson();
    }
}
