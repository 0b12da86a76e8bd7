package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.ProjectLifecycle.CreateProject;
import dev.jackstaff.domain.change.ProjectLifecycle.DeleteProject;
import dev.jackstaff.domain.change.control.ChangeExecutor;
import dev.jackstaff.domain.change.control.ChangePlan;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewProject;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** The use cases of changing projects. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_UPDATE)
public class ProjectChanges {
    @Inject
    ProjectStore store;

    @Inject
    Projects projects;

    @Inject
    ChangeExecutor executor;

    /** Creates a project with the environments production, staging and development; Conflict if the key is in use. */
    @RequiresPermission(Permission.PROJECT_CREATE)
    public ProjectView create(NewProject command) {
        executor.create(command.key(), new CreateProject(new ProjectDetails(command.name(), command.description())));
        return projects.get(command.key());
    }

    /** Updates a project. */
    public ProjectView update(ProjectKey key, ProjectDetails details, ExpectedVersion expected) {
        return update(key, current -> details, expected);
    }

    /** As above, with details that are computed from those that the project has. */
    public ProjectView update(ProjectKey key, Function<ProjectView, ProjectDetails> change, ExpectedVersion expected) {
        Project project = existingForUpdate(key, expected);
        ProjectDetails wanted = change.apply(projects.get(key)).named(key);
        executor.execute(key, ChangePlan.of(ChangeStep.of(InstructionsBetween.project(project.details(), wanted))));
        return projects.get(key);
    }

    /** Deletes a project with everything it owns; Conflict if flags, segments or keys would be lost, unless forced. */
    @RequiresPermission(Permission.PROJECT_DELETE)
    public void delete(ProjectKey key, boolean force, ExpectedVersion expected) {
        executor.delete(existingForUpdate(key, expected), new DeleteProject(force));
    }

    private Project existingForUpdate(ProjectKey key, ExpectedVersion expected) {
        Project project = store.existingForUpdate(key);
        expected.check("project", project.version());
        return project;
    }
}
