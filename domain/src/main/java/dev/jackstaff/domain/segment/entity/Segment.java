package dev.jackstaff.domain.segment.entity;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.storage.VersionedEntity;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/**
 * A named condition that a project's rules share. Its key never changes. It can be deleted only when nothing refers to
 * it.
 */
@Entity
@SuppressWarnings("NullAway.Init")
public class Segment extends VersionedEntity {
    @Column(name = "project_id", updatable = false)
    private UUID projectId;

    @Column(name = "key", updatable = false)
    @Convert(converter = SegmentKeyConverter.class)
    private SegmentKey key;

    private String name;
    private String description;

    @Column(name = "condition")
    @Convert(converter = ConditionConverter.class)
    private ConditionDefinition condition;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Segment() {}

    public Segment(UUID id, UUID projectId, SegmentKey key, Instant now) {
        super(id);
        this.projectId = projectId;
        this.key = key;
        this.name = key.value();
        this.description = "";
        this.condition = ConditionDefinition.ALWAYS;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Replaces the details; returns whether the condition differs. */
    public boolean update(SegmentDetails wanted, Instant now) {
        SegmentDetails before = details();
        SegmentDetails named = wanted.named(key);
        if (!named.equals(before)) {
            name = named.name();
            description = named.description();
            condition = named.condition();
            updatedAt = now;
        }
        return !named.condition().equals(before.condition());
    }

    public SegmentKey key() {
        return key;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public ConditionDefinition condition() {
        return condition;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public SegmentDetails details() {
        return new SegmentDetails(name, description, condition);
    }

    /** The subject of audit entries about a segment. */
    public static AuditChange.Subject subject(SegmentKey key, Object projectKey) {
        return AuditChange.Subject.of("segment", key).inProject(projectKey);
    }

    public String auditJson() {
        return new AuditJson()
                .text("key", key.value())
                .text("name", name)
                .text("description", description)
                .json("condition", DefinitionWriter.condition(condition))
                .toJson();
    }
}
