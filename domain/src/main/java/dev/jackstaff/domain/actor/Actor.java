package dev.jackstaff.domain.actor;

import dev.jackstaff.domain.permission.Rights;
import java.util.Locale;

/**
 * The person, program or system that performs a use case.
 *
 * @param name a user's e-mail address, or the name of a key or a service account, as the audit trail shows it
 * @param rights what they may do at the time of the request
 */
public record Actor(String name, Rights rights, Kind kind) {
    /** The kind of an actor. */
    public enum Kind {
        USER,
        KEY,
        SERVICE,
        SYSTEM;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The hub itself. */
    public static final Actor SYSTEM = new Actor("jackstaff", Rights.ALL, Kind.SYSTEM);
}
