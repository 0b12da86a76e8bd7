package dev.jackstaff.domain.permission;

import static dev.jackstaff.domain.permission.PermissionLevel.ENVIRONMENT;
import static dev.jackstaff.domain.permission.PermissionLevel.INSTALLATION;
import static dev.jackstaff.domain.permission.PermissionLevel.PROJECT;

import dev.jackstaff.domain.Labels;

/** Something that an actor may be allowed to do. Roles are sets of these. */
public enum Permission {
    PROJECT_CREATE("project:create", INSTALLATION, "Create projects"),
    PROJECT_READ("project:read", PROJECT, "See a project: its flags, segments, environments and history"),
    PROJECT_UPDATE("project:update", PROJECT, "Change what a project is called and when its flags are stale"),
    PROJECT_DELETE("project:delete", PROJECT, "Delete a project with everything in it"),
    ENVIRONMENT_CREATE("environment:create", PROJECT, "Create environments"),
    ENVIRONMENT_UPDATE("environment:update", PROJECT, "Change what an environment is called, its order and colour"),
    ENVIRONMENT_DELETE("environment:delete", PROJECT, "Delete an environment"),
    SEGMENT_CREATE("segment:create", PROJECT, "Create segments"),
    /** Name, description and condition. */
    SEGMENT_UPDATE("segment:update", PROJECT, "Change segments"),
    SEGMENT_DELETE("segment:delete", PROJECT, "Delete segments"),
    /** Which attributes a project knows: defining them, changing and removing the definitions. */
    ATTRIBUTE_UPDATE("attribute:update", PROJECT, "Define attributes"),
    FLAG_CREATE("flag:create", PROJECT, "Create flags"),
    /** What people are told of a flag: name, description, owner, kind and tags. */
    FLAG_DESCRIBE("flag:describe", PROJECT, "Change a flag's name, description, owner, kind and tags"),
    /** What a flag can answer, and to whom: variants, prerequisites, hidden from client keys or not. */
    FLAG_UPDATE("flag:update", PROJECT, "Change a flag's variants and prerequisites"),
    /** Archiving it, and taking it out of the archive. */
    FLAG_ARCHIVE("flag:archive", PROJECT, "Archive flags and take them out of the archive"),
    FLAG_DELETE("flag:delete", PROJECT, "Delete flags"),
    /** Turning a flag on or off in an environment. */
    FLAG_SWITCH("flag:switch", ENVIRONMENT, "Turn flags on and off, kill and restore them"),
    /** Whom a flag answers what in an environment: off variant, fallthrough and rules. */
    FLAG_TARGET("flag:target", ENVIRONMENT, "Change whom a flag answers what"),
    /** Deleting what is live, or what others would lose with it; in addition to the permission to delete it. */
    FORCED_DELETE("forced:delete", PROJECT, "Delete what is still in use"),
    CHANGE_APPROVE("change:approve", ENVIRONMENT, "Approve the changes of others"),
    /** The keys of programs, without their secrets. */
    KEY_READ("key:read", PROJECT, "See which keys there are"),
    KEY_CREATE("key:create", PROJECT, "Create and rotate keys"),
    KEY_DELETE("key:delete", PROJECT, "Revoke keys"),
    /** Giving roles in a project to others, and taking them away; only what one has oneself. */
    GRANT_UPDATE("grant:update", PROJECT, "Give roles to others and take them away"),
    USER_READ("user:read", INSTALLATION, "See users, groups, service accounts and who has which role"),
    USER_CREATE("user:create", INSTALLATION, "Create and invite users"),
    USER_UPDATE("user:update", INSTALLATION, "Change and deactivate users, reset passwords, end sessions and tokens"),
    USER_DELETE("user:delete", INSTALLATION, "Delete users"),
    GROUP_CREATE("group:create", INSTALLATION, "Create groups"),
    GROUP_UPDATE("group:update", INSTALLATION, "Rename groups and change their members"),
    GROUP_DELETE("group:delete", INSTALLATION, "Delete groups"),
    SERVICE_ACCOUNT_CREATE("service-account:create", INSTALLATION, "Create service accounts"),
    SERVICE_ACCOUNT_UPDATE("service-account:update", INSTALLATION, "Change service accounts and their tokens"),
    SERVICE_ACCOUNT_DELETE("service-account:delete", INSTALLATION, "Delete service accounts"),
    ROLE_CREATE("role:create", INSTALLATION, "Create roles"),
    ROLE_UPDATE("role:update", INSTALLATION, "Change what roles may do"),
    ROLE_DELETE("role:delete", INSTALLATION, "Delete roles"),
    /** All of the audit trail, with what concerns users. */
    AUDIT_READ("audit:read", INSTALLATION, "Read the audit trail of users too, export and verify it"),
    EDGE_READ("edge:read", INSTALLATION, "See edges and what the installation is limited to"),
    INSTALLATION_UPDATE("installation:update", INSTALLATION, "Change how people and machines sign in");

    public static final Labels<Permission> LABELS = Labels.of(values(), Permission::label);

    private final String label;
    private final PermissionLevel level;
    private final String description;

    Permission(String label, PermissionLevel level, String description) {
        this.label = label;
        this.level = level;
        this.description = description;
    }

    /** Its name for people and programs, such as {@code flag:switch}. */
    public String label() {
        return label;
    }

    /** The narrowest scope in which it can be given. */
    public PermissionLevel level() {
        return level;
    }

    /** What it allows, in words. */
    public String description() {
        return description;
    }
}
