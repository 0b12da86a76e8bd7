package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
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
@RequiresRole(Role.VIEWER)
public class Environments {
    @Inject
    ProjectStore projects;

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

    /** The environments of all projects, in their order. */
    public Map<ProjectKey, List<EnvironmentView>> ofAllProjects() {
        Map<UUID, Project> all = projects.all().stream().collect(Collectors.toMap(Project::id, project -> project));
        return projects.allEnvironments().stream()
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
