package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentKey;
import org.jspecify.annotations.Nullable;

/**
 * The data for creating an environment.
 *
 * @param name empty for the key
 * @param production whether it is used in production, so that people take care
 * @param sortOrder its position among the project's environments, lowest first; null for the last
 * @param colour null for the one that is used least
 */
public record NewEnvironment(
        EnvironmentKey key,
        String name,
        boolean production,
        @Nullable Integer sortOrder,
        @Nullable EnvironmentColour colour) {
    /** An environment of the colour that is used least. */
    public NewEnvironment(EnvironmentKey key, String name, boolean production, @Nullable Integer sortOrder) {
        this(key, name, production, sortOrder, null);
    }
}
