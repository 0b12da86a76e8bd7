package dev.jackstaff.domain.project.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.ReadableProjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The use cases of projects. A project owns environments, flags and segments. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Projects {
    @Inject
    ProjectStore projects;

    @Inject
    ReadableProjects readable;

    /** The projects that the actor sees, by key. */
    @RequiresPermission({})
    public List<ProjectView> list() {
        return projects.all().stream()
                .filter(project -> readable.contain(project.key()))
                .map(ProjectView::of)
                .toList();
    }

    /** The projects that the actor sees, and the environments of that of this key; with one statement. */
    @RequiresPermission({})
    public ProjectsAround around(ProjectKey key) {
        List<ProjectStore.ListedProject> found = projects.allWithEnvironmentsOf(key).stream()
                .filter(row -> readable.contain(row.project().key()))
                .toList();
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
