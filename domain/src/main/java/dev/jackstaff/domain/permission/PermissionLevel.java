package dev.jackstaff.domain.permission;

import java.util.Locale;

/** How narrow the scope of a permission can be. */
public enum PermissionLevel {
    /** It is given everywhere or not at all. */
    INSTALLATION,
    /** It can be given in one project. */
    PROJECT,
    /** It can be given in one environment of a project. */
    ENVIRONMENT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
