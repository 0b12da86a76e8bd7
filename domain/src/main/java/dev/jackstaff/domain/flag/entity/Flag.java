package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.entity.FlagConverters.StoredVariant;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.VersionedEntity;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A flag as its owners manage it. Key and type never change. An archived flag is in no snapshot and cannot be changed
 * until it is restored.
 */
@Entity
@SuppressWarnings("NullAway.Init")
public class Flag extends VersionedEntity {
    @Column(name = "project_id", updatable = false)
    private UUID projectId;

    @Column(name = "key", updatable = false)
    @Convert(converter = FlagKeyConverter.class)
    private FlagKey key;

    @Column(name = "type", updatable = false)
    @Convert(converter = FlagConverters.ValueTypeConverter.class)
    private ValueType type;

    private String name;
    private String description;

    @Convert(converter = FlagConverters.FlagKindConverter.class)
    private FlagKind kind;

    private String owner;

    @Convert(converter = FlagConverters.StringsConverter.class)
    private List<String> tags;

    @Column(name = "server_only")
    private boolean serverOnly;

    private boolean archived;

    @Convert(converter = FlagConverters.VariantsConverter.class)
    private List<StoredVariant> variants;

    @Convert(converter = FlagConverters.PrerequisitesConverter.class)
    private List<PrerequisiteDefinition> prerequisites;

    @Convert(converter = FlagConverters.TraitsConverter.class)
    private FlagTraits traits;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Flag() {}

    public Flag(Project project, FlagKey key, ValueType type, FlagContent content) {
        this(UUID.randomUUID(), project, key, type, content);
    }

    /** A flag of a given id, which no other flag has. */
    public Flag(UUID id, Project project, FlagKey key, ValueType type, FlagContent content) {
        super(id);
        this.projectId = project.id();
        this.key = key;
        this.type = type;
        assign(content);
    }

    /** Sets the creation time. */
    public Flag createdAt(Instant now) {
        createdAt = now;
        updatedAt = now;
        return this;
    }

    /**
     * Replaces the content.
     *
     * @return what the change affects, so that nothing is published that makes no difference to edges
     */
    public Effect update(FlagContent content, Instant now) {
        refuseIfArchived();
        FlagContent before = content();
        if (content.equals(before)) {
            return Effect.NONE;
        }
        assign(content);
        updatedAt = now;
        return content.evaluatesLike(before) ? Effect.DETAILS : Effect.ANSWERS;
    }

    /** The effect of a change: on nothing, on details only, or on answers. */
    public enum Effect {
        NONE,
        DETAILS,
        ANSWERS
    }

    private void assign(FlagContent content) {
        name = content.name();
        description = content.description();
        kind = content.kind();
        owner = content.owner();
        tags = content.tags();
        serverOnly = content.serverOnly();
        variants = content.variants().stream().map(StoredVariant::from).toList();
        prerequisites = content.prerequisites();
        traits = content.traits();
    }

    public void archive(Instant now) {
        refuseIfArchived();
        archived = true;
        updatedAt = now;
    }

    public void unarchive(Instant now) {
        if (!archived) {
            throw new DomainException.Conflict("flag \"" + key + "\" is not archived");
        }
        archived = false;
        updatedAt = now;
    }

    /**
     * Refuses a change of an archived flag.
     *
     * @throws DomainException.Conflict if it is archived
     */
    public void refuseIfArchived() {
        if (archived) {
            throw new DomainException.Conflict("flag \"" + key + "\" is archived");
        }
    }

    /**
     * Refuses the deletion of a flag that environments may still serve.
     *
     * @param on the environments in which it is on
     * @throws DomainException.Conflict unless it is archived
     */
    public void refuseUnlessArchived(List<EnvironmentKey> on) {
        if (!archived) {
            String where = on.isEmpty()
                    ? ""
                    : " and is on in " + on.stream().map(EnvironmentKey::value).collect(Collectors.joining(", "));
            throw new DomainException.Conflict(
                    "flag \"" + key + "\" is not archived" + where + "; archive it first, or delete it with force");
        }
    }

    /**
     * Refuses a change of the type.
     *
     * @throws DomainException.Conflict if the type differs
     */
    public void refuseOtherType(ValueType other) {
        if (other != type) {
            throw new DomainException.Conflict(
                    "flag \"" + key + "\" is of type " + type.label() + ", and the type of a flag cannot be changed");
        }
    }

    /**
     * Refuses a change of the bucketing.
     *
     * @throws DomainException.Conflict if it differs
     */
    public void refuseOtherBucketing(FlagTraits.Bucketing other) {
        if (other != traits.bucketing()) {
            throw new DomainException.Conflict("flag \"" + key + "\" has the bucketing "
                    + traits.bucketing().label() + ", and the bucketing of a flag cannot be changed");
        }
    }

    public FlagContent content() {
        return new FlagContent(
                name,
                description,
                kind,
                owner,
                tags,
                serverOnly,
                variants.stream().map(variant -> variant.from(type)).toList(),
                prerequisites,
                traits);
    }

    /** The content as values that others may have. */
    public FlagDetails details() {
        return content().details(type);
    }

    public UUID projectId() {
        return projectId;
    }

    public FlagKey key() {
        return key;
    }

    public ValueType type() {
        return type;
    }

    public List<PrerequisiteDefinition> prerequisites() {
        return prerequisites;
    }

    public boolean archived() {
        return archived;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The subject of audit entries about a flag. */
    public static AuditChange.Subject subject(FlagKey key, Object projectKey) {
        return AuditChange.Subject.of("flag", key).inProject(projectKey);
    }

    public String auditJson() {
        return FlagAuditJson.of(this);
    }
}
