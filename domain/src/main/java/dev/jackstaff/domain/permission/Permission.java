package dev.jackstaff.domain.permission;

import dev.jackstaff.domain.Labels;
import dev.jackstaff.domain.actor.Role;

/** What an instruction demands of whoever gives it. */
public enum Permission {
    PROJECT_CREATE("project:create", Role.ADMIN),
    PROJECT_UPDATE("project:update", Role.ADMIN),
    PROJECT_DELETE("project:delete", Role.ADMIN),
    ENVIRONMENT_CREATE("environment:create", Role.ADMIN),
    ENVIRONMENT_UPDATE("environment:update", Role.ADMIN),
    ENVIRONMENT_DELETE("environment:delete", Role.ADMIN),
    SEGMENT_CREATE("segment:create", Role.EDITOR),
    /** Name, description and condition. */
    SEGMENT_UPDATE("segment:update", Role.EDITOR),
    SEGMENT_DELETE("segment:delete", Role.EDITOR),
    /** Which attributes a project knows: defining them, changing and removing the definitions. */
    ATTRIBUTE_UPDATE("attribute:update", Role.EDITOR),
    FLAG_CREATE("flag:create", Role.EDITOR),
    /** What people are told of a flag: name, description, owner, kind and tags. */
    FLAG_DESCRIBE("flag:describe", Role.EDITOR),
    /** What a flag can answer, and to whom: variants, prerequisites, hidden from client keys or not. */
    FLAG_UPDATE("flag:update", Role.EDITOR),
    /** Archiving it, and taking it out of the archive. */
    FLAG_ARCHIVE("flag:archive", Role.EDITOR),
    FLAG_DELETE("flag:delete", Role.EDITOR),
    /** Turning a flag on or off in an environment. */
    FLAG_SWITCH("flag:switch", Role.EDITOR),
    /** Whom a flag answers what in an environment: off variant, fallthrough and rules. */
    FLAG_TARGET("flag:target", Role.EDITOR),
    /** Deleting what is live, or what others would lose with it; in addition to the permission to delete it. */
    FORCED_DELETE("forced:delete", Role.EDITOR);

    public static final Labels<Permission> LABELS = Labels.of(values(), Permission::label);

    private final String label;
    private final Role leastRole;

    Permission(String label, Role leastRole) {
        this.label = label;
        this.leastRole = leastRole;
    }

    /** Its name for people and programs, such as {@code flag:switch}. */
    public String label() {
        return label;
    }

    /** The least role that has it. */
    public Role leastRole() {
        return leastRole;
    }
}
