package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.DomainException;
import java.util.ArrayList;
import java.util.List;

/** What would be lost with something that is about to be deleted without force. Not thread-safe. */
public final class Losses {
    private final List<String> found = new ArrayList<>();

    /** Adds things that would be lost; none if the count is zero. */
    public void add(long count, String singular, String plural) {
        if (count > 0) {
            found.add(count + " " + (count == 1 ? singular : plural));
        }
    }

    /**
     * Refuses the deletion if anything would be lost.
     *
     * @param subject what is about to be deleted, such as {@code project "shop"}
     * @throws DomainException.Conflict with all of it
     */
    public void refuseIfAny(String subject) {
        if (!found.isEmpty()) {
            throw new DomainException.Conflict(subject + " has " + enumeration()
                    + ", which would be lost; delete it with force to delete them too");
        }
    }

    private String enumeration() {
        String last = found.get(found.size() - 1);
        return found.size() == 1 ? last : String.join(", ", found.subList(0, found.size() - 1)) + " and " + last;
    }
}
