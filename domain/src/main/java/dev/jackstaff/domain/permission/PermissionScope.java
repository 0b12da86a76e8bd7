package dev.jackstaff.domain.permission;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to do something, or may do it.
 *
 * @param project null for the installation with all its projects
 * @param environment null for what all environments of the project share
 */
public record PermissionScope(@Nullable ProjectKey project, @Nullable EnvironmentKey environment) {
    public static final PermissionScope INSTALLATION = new PermissionScope(null, null);

    public PermissionScope {
        if (project == null && environment != null) {
            throw new IllegalArgumentException("an environment belongs to a project");
        }
    }

    public static PermissionScope of(ProjectKey project) {
        return new PermissionScope(project, null);
    }

    /** Whether the other scope lies in this one. */
    public boolean contains(PermissionScope other) {
        return project == null
                || (project.equals(other.project) && (environment == null || environment.equals(other.environment)));
    }

    /** As in a sentence: {@code production of shop}. */
    @Override
    public String toString() {
        if (project == null) {
            return "this installation";
        }
        return environment == null ? project.toString() : environment + " of " + project;
    }
}
