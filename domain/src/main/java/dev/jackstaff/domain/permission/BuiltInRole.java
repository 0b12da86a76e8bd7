package dev.jackstaff.domain.permission;

import static dev.jackstaff.domain.permission.Permission.*;

import dev.jackstaff.domain.Labels;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A role that every installation has. */
public enum BuiltInRole {
    ADMINISTRATOR("Everything", EnumSet.allOf(Permission.class)),
    AUDITOR("Sees everything, changes nothing", EnumSet.of(PROJECT_READ, KEY_READ, USER_READ, AUDIT_READ, EDGE_READ)),
    OWNER("Everything in a project", ofProjects()),
    EDITOR(
            "Changes flags and segments",
            EnumSet.of(
                    PROJECT_READ,
                    KEY_READ,
                    EDGE_READ,
                    SEGMENT_CREATE,
                    SEGMENT_UPDATE,
                    SEGMENT_DELETE,
                    ATTRIBUTE_UPDATE,
                    FLAG_CREATE,
                    FLAG_DESCRIBE,
                    FLAG_UPDATE,
                    FLAG_ARCHIVE,
                    FLAG_DELETE,
                    FLAG_SWITCH,
                    FLAG_TARGET,
                    FORCED_DELETE)),
    OPERATOR("Turns flags on and off, and kills them", EnumSet.of(PROJECT_READ, KEY_READ, EDGE_READ, FLAG_SWITCH)),
    APPROVER("Approves the changes of others", EnumSet.of(PROJECT_READ, KEY_READ, EDGE_READ, CHANGE_APPROVE)),
    VIEWER("Sees everything but people and secrets", EnumSet.of(PROJECT_READ, KEY_READ, EDGE_READ));

    public static final Labels<BuiltInRole> LABELS = Labels.of(values(), BuiltInRole::label);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // wrapped as unmodifiable
    private final Set<Permission> permissions;

    BuiltInRole(String description, Set<Permission> permissions) {
        this.description = description;
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    private static Set<Permission> ofProjects() {
        return Stream.of(Permission.values())
                .filter(permission -> permission.level() != PermissionLevel.INSTALLATION)
                .collect(Collectors.toCollection(() -> EnumSet.of(EDGE_READ)));
    }

    /** Its key, such as {@code operator}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
