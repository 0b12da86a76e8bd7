package dev.jackstaff.admin.history;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.history.boundary.RevisionQuery;

/**
 * A place in the history of a flag, in an address: {@code 12.40}.
 *
 * @param flag a revision of the project, for what all environments share
 * @param settings a revision of the environment, for the settings there
 */
record VersionPair(long flag, long settings) {
    static final VersionPair END = new VersionPair(Long.MAX_VALUE, Long.MAX_VALUE);

    /**
     * The place that an address names; the end if it names none.
     *
     * @throws DomainException.NotFound if it is no place
     */
    static VersionPair parse(String text) {
        if (text.isEmpty()) {
            return END;
        }
        if (!text.matches("[0-9]{1,19}[.][0-9]{1,19}")) {
            throw new DomainException.NotFound("version", text);
        }
        try {
            String[] parts = text.split("[.]", -1);
            return new VersionPair(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        } catch (NumberFormatException tooLarge) {
            throw new DomainException.NotFound("version", text);
        }
    }

    /** The place as an address has it. */
    String text() {
        return flag + "." + settings;
    }

    RevisionQuery flagQuery(int limit) {
        return new RevisionQuery(flag, limit);
    }

    RevisionQuery settingsQuery(int limit) {
        return new RevisionQuery(settings, limit);
    }
}
