package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.ReadableProjects;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The use cases of a project's environments. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Environments {
    @Inject
    ProjectStore projects;

    @Inject
    ReadableProjects readable;

    /** A project's environments, in their order. */
    public List<EnvironmentView> list(ProjectKey projectKey) {
        List<Environment> found = projects.environments(projectKey);
        if (found.isEmpty()) {
            projects.existing(projectKey);
        }
        return found.stream()
                .map(environment -> EnvironmentView.of(projectKey, environment))
                .toList();
    }

    /** The environments of all projects that the actor sees, in their order. */
    @RequiresPermission({})
    public Map<ProjectKey, List<EnvironmentView>> ofAllProjects() {
        Map<UUID, Project> all = projects.all().stream()
                .filter(project -> readable.contain(project.key()))
                .collect(Collectors.toMap(Project::id, project -> project));
        return projects.allEnvironments().stream()
                .filter(environment -> all.containsKey(environment.projectId()))
                .map(environment -> EnvironmentView.of(
                        Objects.requireNonNull(all.get(environment.projectId())).key(), environment))
                .collect(Collectors.groupingBy(EnvironmentView::project));
    }

    /** The environment of this key, or NotFound. */
    public EnvironmentView get(ProjectKey projectKey, EnvironmentKey key) {
        Project project = projects.existing(projectKey);
        return EnvironmentView.of(projectKey, projects.existing(project, key));
    }
}
