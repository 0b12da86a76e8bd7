package dev.jackstaff.domain.history.boundary;

import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.permission.ScopeParameter;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import java.util.OptionalLong;

/**
 * The address of an environment at a revision.
 *
 * @param revision empty for the present one
 */
public record RevisionAddress(ProjectKey project, EnvironmentKey environment, OptionalLong revision)
        implements ScopeParameter {
    @Override
    public PermissionScope in(PermissionScope outer) {
        return environment.in(project.scope());
    }

    /**
     * Reads an address: {@code environment}, {@code environment@revision} or {@code project/environment@revision}.
     *
     * @param project the project of an address that names none
     * @throws IllegalArgumentException if it is no such address
     */
    public static RevisionAddress parse(ProjectKey project, String text) {
        int at = text.indexOf('@');
        String place = at < 0 ? text : text.substring(0, at);
        int slash = place.indexOf('/');
        return new RevisionAddress(
                slash < 0 ? project : new ProjectKey(place.substring(0, slash)),
                new EnvironmentKey(place.substring(slash + 1)),
                at < 0 ? OptionalLong.empty() : OptionalLong.of(revision(text.substring(at + 1))));
    }

    private static long revision(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException invalid) {
            throw new IllegalArgumentException("a revision is a whole number: " + text, invalid);
        }
    }
}
