package dev.jackstaff.domain.actor;

import java.util.Locale;

/** The kind of way by which a request reaches the hub. */
public enum Channel {
    /** The admin pages. */
    PAGE,
    /** The management API, by anything but the command. */
    API,
    /** The management API, by the command. */
    COMMAND,
    /** A document of another system that is imported. */
    IMPORT,
    /** The protocol of another system. */
    PROTOCOL,
    /** Something that was arranged for this time. */
    SCHEDULE,
    /** The hub itself. */
    SYSTEM;

    /** The name in the audit trail and the API: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
