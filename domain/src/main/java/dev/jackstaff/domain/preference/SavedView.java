package dev.jackstaff.domain.preference;

import java.util.UUID;

/**
 * A view of a project's list of flags that somebody has saved.
 *
 * @param query the query string of the list, without the question mark
 * @param shared whether all who see the project see the view
 * @param own whether it is that of the person who asks, who alone can change it
 * @param owner the e-mail address of the person who saved it
 */
public record SavedView(UUID id, String name, String query, boolean shared, boolean own, String owner) {}
