package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The use cases of projects. A project owns environments, flags and segments. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class Projects {
    @Inject
    ProjectStore projects;

    /** All projects, by key. */
    public List<ProjectView> list() {
        return projects.all().stream().map(ProjectView::of).toList();
    }

    /** All projects, and the environments of that of this key; with one statement. */
    public ProjectsAround around(ProjectKey key) {
        List<ProjectStore.ListedProject> found = projects.allWithEnvironmentsOf(key);
        return new ProjectsAround(
                found.stream()
                        .map(ProjectStore.ListedProject::project)
                        .distinct()
                        .map(ProjectView::of)
                        .toList(),
                found.stream()
                        .flatMap(row -> Optional.ofNullable(row.environment()).stream())
                        .map(environment -> EnvironmentView.of(key, environment))
                        .toList());
    }

    /** The project of this key, or NotFound. */
    public ProjectView get(ProjectKey key) {
        return ProjectView.of(projects.existing(key));
    }
}
