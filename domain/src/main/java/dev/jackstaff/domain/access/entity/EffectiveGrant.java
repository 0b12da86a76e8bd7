package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.Labels;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A role that a user or a service account has, by a grant of their own or of a group. A row of a view: never written. */
@Entity
@Table(name = "effective_grant")
@SuppressWarnings("NullAway.Init")
public class EffectiveGrant {
    @Id
    private String id;

    @Column(name = "subject_id")
    private UUID subjectId;

    private String role;

    /** Those of a role of the installation; null for a role that is built in. */
    private @Nullable String permissions;

    private String project;
    private String environment;

    protected EffectiveGrant() {}

    public UUID subjectId() {
        return subjectId;
    }

    public String role() {
        return role;
    }

    /** The role with its permissions. */
    public GrantedRole granted() {
        return new GrantedRole(role, permissions(), new PermissionScope(project, environment));
    }

    private Set<Permission> permissions() {
        return Optional.ofNullable(permissions).map(EffectiveGrant::parse).orElseGet(() -> BuiltInRole.LABELS
                .find(role)
                .map(BuiltInRole::permissions)
                .orElse(Set.of()));
    }

    /** Reads permissions as they are stored. Those of a later version of the hub are left out. */
    static Set<Permission> parse(String labels) {
        Labels<Permission> known = Permission.LABELS;
        return Stream.of(labels.split(" "))
                .flatMap(label -> known.find(label).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
