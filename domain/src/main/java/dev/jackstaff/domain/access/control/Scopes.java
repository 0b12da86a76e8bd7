package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import org.jspecify.annotations.Nullable;

/** The scopes of what is stored with a project and an environment. */
final class Scopes {
    private Scopes() {}

    /**
     * The scope of a project, or of an environment of it.
     *
     * @param project null for the whole installation
     * @param environment null for all environments
     */
    static PermissionScope of(@Nullable Project project, @Nullable Environment environment) {
        PermissionScope scope =
                project == null ? PermissionScope.INSTALLATION : project.key().scope();
        return environment == null ? scope : environment.key().in(scope);
    }
}
