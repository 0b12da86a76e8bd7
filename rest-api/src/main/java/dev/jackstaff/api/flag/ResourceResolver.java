package dev.jackstaff.api.flag;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The resolver of projects (by id or key), environments and flags that requests name incompletely: without a project,
 * the flag decides.
 */
@RequestScoped
public class ResourceResolver {
    private static final String DEFAULT_ENVIRONMENT = "production";

    @Inject
    Projects projects;

    @Inject
    Environments environments;

    @Inject
    Flags flags;

    /** The project with this id or key, or NotFound. */
    public ProjectKey resolveProject(@Nullable String idOrSlug) {
        if (idOrSlug == null || idOrSlug.isBlank()) {
            throw new DomainException.Invalid("project_id", "is required");
        }
        return projects.list().stream()
                .filter(project -> project.key().value().equals(idOrSlug)
                        || project.id().toString().equalsIgnoreCase(idOrSlug))
                .map(ProjectView::key)
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("project", idOrSlug));
    }

    /** The project with this id or key; without one, all projects that have the environment. */
    public List<ProjectKey> resolveProjects(@Nullable String idOrSlug, EnvironmentKey environment) {
        if (idOrSlug != null && !idOrSlug.isBlank()) {
            return List.of(resolveProject(idOrSlug));
        }
        return projects.list().stream()
                .map(ProjectView::key)
                .filter(project -> environments.list(project).stream()
                        .anyMatch(candidate -> candidate.key().equals(environment)))
                .toList();
    }

    /** The environment of a project, by default production, or NotFound. */
    public EnvironmentKey resolveEnvironment(ProjectKey project, @Nullable String environment) {
        return environments.get(project, environmentOrProduction(environment)).key();
    }

    /** The address of a flag: by default in production, and in the only project that has it. */
    public FlagAddress resolveFlag(String name, @Nullable String project, @Nullable String environment) {
        FlagKey flag = flagKey(name);
        ProjectKey owner = project == null || project.isBlank() ? ownerOf(flag) : resolveProject(project);
        return new FlagAddress(owner, flag, environmentOrProduction(environment));
    }

    /** The environment key, by default production. */
    public static EnvironmentKey environmentOrProduction(@Nullable String key) {
        return new EnvironmentKey(key == null || key.isBlank() ? DEFAULT_ENVIRONMENT : key);
    }

    private static FlagKey flagKey(String name) {
        try {
            return new FlagKey(name);
        } catch (DomainException.Invalid none) {
            throw new DomainException.NotFound("flag", name);
        }
    }

    private ProjectKey ownerOf(FlagKey flag) {
        List<ProjectKey> owners = projects.list().stream()
                .map(ProjectView::key)
                .filter(project -> hasFlag(project, flag))
                .toList();
        if (owners.isEmpty()) {
            throw new DomainException.NotFound("flag", flag);
        }
        if (owners.size() > 1) {
            throw new DomainException.Conflict(
                    "several projects have a flag \"" + flag + "\"; name the project in project_id");
        }
        return owners.get(0);
    }

    private boolean hasFlag(ProjectKey project, FlagKey flag) {
        try {
            return flags.get(project, flag).key().equals(flag);
        } catch (DomainException.NotFound absent) {
            return false;
        }
    }

    /** The environment with this id, or NotFound. */
    public EnvironmentView environmentById(String id) {
        return projects.list().stream()
                .map(project -> find(project.key(), id))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("environment", id));
    }

    private Optional<EnvironmentView> find(ProjectKey project, String id) {
        return environments.list(project).stream()
                .filter(environment -> environment.id().toString().equalsIgnoreCase(id))
                .findFirst();
    }
}
