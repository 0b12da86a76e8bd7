package dev.jackstaff.domain.actor;

import java.util.Locale;
import java.util.Optional;

/** A level of permission. Each role includes the lower ones. */
public enum Role {
    /** Reads everything but secrets. */
    VIEWER,
    /** Changes flags and segments. */
    EDITOR,
    /** Changes projects, environments, keys and users. */
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The name in tokens, API and pages: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> fromLabel(String label) {
        for (Role role : values()) {
            if (role.label().equals(label)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
