package dev.jackstaff.domain.project.control;

import dev.jackstaff.domain.DomainException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What would be lost with something that is about to be deleted without force, by its name: observers add to it in any
 * order. Not thread-safe.
 */
public final class Losses {
    private final SortedMap<String, String> found = new TreeMap<>();

    /** Adds things that would be lost; none if the count is zero. */
    public void add(long count, String singular, String plural) {
        if (count > 0) {
            found.put(plural, count + " " + (count == 1 ? singular : plural));
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
        List<String> texts = List.copyOf(found.values());
        String last = texts.get(texts.size() - 1);
        return texts.size() == 1 ? last : String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + last;
    }
}
