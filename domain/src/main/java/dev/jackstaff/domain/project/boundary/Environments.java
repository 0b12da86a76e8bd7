package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The use cases of a project's environments. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class Environments {
    @Inject
    ProjectStore projects;

    /** A project's environments, in their order. */
    public List<EnvironmentView> list(ProjectKey projectKey) {
        Project project = projects.existing(projectKey);
        return projects.environments(project).stream()
                .map(environment -> EnvironmentView.of(project, environment))
                .toList();
    }

    /** The environment of this key, or NotFound. */
    public EnvironmentView get(ProjectKey projectKey, EnvironmentKey key) {
        Project project = projects.existing(projectKey);
        return EnvironmentView.of(project, projects.existing(project, key));
    }
}
