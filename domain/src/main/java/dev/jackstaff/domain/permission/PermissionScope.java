package dev.jackstaff.domain.permission;

/**
 * Where somebody wants to do something, or may do it.
 *
 * @param project a project's key; empty for the installation with all its projects
 * @param environment an environment's key; empty for what all environments of the project share
 */
public record PermissionScope(String project, String environment) {
    public static final PermissionScope INSTALLATION = new PermissionScope("", "");

    public PermissionScope {
        if (project.isEmpty() && !environment.isEmpty()) {
            throw new IllegalArgumentException("an environment belongs to a project");
        }
    }

    /** The scope of a project. */
    public static PermissionScope project(String key) {
        return new PermissionScope(key, "");
    }

    public boolean isInstallation() {
        return project.isEmpty();
    }

    /** Whether the other scope lies in this one. */
    public boolean contains(PermissionScope other) {
        return isInstallation()
                || (project.equals(other.project) && (environment.isEmpty() || environment.equals(other.environment)));
    }

    /** As in a sentence: {@code environment production of project shop}. */
    @Override
    public String toString() {
        if (isInstallation()) {
            return "this installation";
        }
        String inProject = "project " + project;
        return environment.isEmpty() ? inProject : "environment " + environment + " of " + inProject;
    }
}
