package dev.jackstaff.domain.preference;

import dev.jackstaff.domain.Violations;

/**
 * What a person says of a view that is saved.
 *
 * @param name 1 to {@value #MAX_NAME} characters
 * @param query the query string of the list of flags, without the question mark, at most {@value #MAX_QUERY} characters
 * @param shared whether all who see the project see the view
 */
public record SavedViewDetails(String name, String query, boolean shared) {
    public static final int MAX_NAME = 100;
    public static final int MAX_QUERY = 2_000;

    public SavedViewDetails {
        Violations violations = new Violations();
        name = name.strip();
        violations.require(!name.isEmpty(), "name", "is required");
        violations.checkText("name", name, MAX_NAME);
        violations.checkText("query", query, MAX_QUERY);
        violations.throwIfAny();
    }
}
