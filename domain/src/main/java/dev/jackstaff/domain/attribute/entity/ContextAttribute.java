package dev.jackstaff.domain.attribute.entity;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An attribute of evaluation contexts that a project defines. Its name never changes. It can be deleted at any time. */
@Entity
@Table(name = "context_attribute")
@SuppressWarnings("NullAway.Init")
public class ContextAttribute extends VersionedEntity {
    @Column(name = "project_id", updatable = false)
    private UUID projectId;

    @Column(name = "name", updatable = false)
    @Convert(converter = AttributeConverters.NameConverter.class)
    private AttributeName name;

    @Convert(converter = AttributeConverters.TypeConverter.class)
    private AttributeType type;

    private String description;

    @Column(name = "legal_values")
    @Convert(converter = AttributeConverters.ValuesConverter.class)
    private List<String> values;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected ContextAttribute() {}

    public ContextAttribute(UUID projectId, AttributeName name, AttributeDetails details, Instant now) {
        super(UUID.randomUUID());
        this.projectId = projectId;
        this.name = name;
        this.type = details.type();
        this.description = details.description();
        this.values = details.values();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Replaces the details. */
    public void update(AttributeDetails wanted, Instant now) {
        if (!wanted.equals(details())) {
            type = wanted.type();
            description = wanted.description();
            values = wanted.values();
            updatedAt = now;
        }
    }

    public AttributeName name() {
        return name;
    }

    public AttributeDetails details() {
        return new AttributeDetails(type, description, values);
    }

    public UUID projectId() {
        return projectId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The subject of audit entries about an attribute. */
    public static AuditChange.Subject subject(AttributeName name, Object projectKey) {
        return AuditChange.Subject.of("attribute", name).inProject(projectKey);
    }

    public String auditJson() {
        AttributeDetails details = details();
        return new AuditJson()
                .text("name", name.value())
                .text("type", type.label())
                .text("description", description)
                .json("values", details.valuesJson())
                .toJson();
    }
}
