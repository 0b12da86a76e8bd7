package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.Labels;
import java.util.Locale;

/** A level of permission. Each role includes the lower ones. */
public enum Role {
    /** Reads everything but secrets. */
    VIEWER,
    /** Changes flags and segments. */
    EDITOR,
    /** Changes projects, environments, keys and users. */
    ADMIN;

    public static final Labels<Role> LABELS = Labels.of(values(), Role::label);

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The name in tokens, API and pages: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
