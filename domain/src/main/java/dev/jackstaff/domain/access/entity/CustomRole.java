package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.RoleDetails;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A role that an installation defines beside those that are built in. */
@Entity
@Table(name = "access_role")
@SuppressWarnings("NullAway.Init")
public class CustomRole extends VersionedEntity {
    @Column(name = "key", updatable = false)
    private String key;

    private String name;
    private String description;
    private String permissions;

    protected CustomRole() {}

    public CustomRole(String key, RoleDetails details) {
        super(UUID.randomUUID());
        this.key = key;
        describe(details);
    }

    public final void describe(RoleDetails details) {
        name = details.name();
        description = details.description();
        permissions =
                details.permissions().stream().sorted().map(Permission::label).collect(Collectors.joining(" "));
    }

    public String key() {
        return key;
    }

    public RoleDetails details() {
        return new RoleDetails(name, description, permissions());
    }

    private Set<Permission> permissions() {
        return EffectiveGrant.parse(permissions);
    }

    /** The subject of audit entries about this role. */
    public AuditChange.Subject subject() {
        return AuditChange.Subject.of(AuditChange.Subject.ROLE, key);
    }

    public String auditJson() {
        return new AuditJson()
                .text("key", key)
                .text("name", name)
                .text("description", description)
                .text("permissions", permissions)
                .toJson();
    }
}
