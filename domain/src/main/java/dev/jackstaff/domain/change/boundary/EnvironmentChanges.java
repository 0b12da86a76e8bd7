package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.EnvironmentLifecycle.CreateEnvironment;
import dev.jackstaff.domain.change.EnvironmentLifecycle.DeleteEnvironment;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.control.ChangeExecutor;
import dev.jackstaff.domain.change.control.ChangePlan;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;

/** The use cases of changing a project's environments. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.ENVIRONMENT_UPDATE)
public class EnvironmentChanges {
    @Inject
    ProjectStore projects;

    @Inject
    Environments environments;

    @Inject
    ChangeExecutor executor;

    /** Creates an environment, in which every flag is off; Conflict if the key is in use. */
    @RequiresPermission(Permission.ENVIRONMENT_CREATE)
    public EnvironmentView create(ProjectKey projectKey, NewEnvironment command) {
        execute(
                projectKey,
                List.of(new CreateEnvironment(
                        command.key(), command.name(), command.production(), command.sortOrder(), command.colour())));
        return environments.get(projectKey, command.key());
    }

    /** Updates an environment. */
    public EnvironmentView update(
            ProjectKey projectKey, EnvironmentKey key, EnvironmentDetails details, ExpectedVersion expected) {
        return update(projectKey, key, current -> details, expected);
    }

    /** As above, with details that are computed from those that the environment has. */
    public EnvironmentView update(
            ProjectKey projectKey,
            EnvironmentKey key,
            Function<EnvironmentView, EnvironmentDetails> change,
            ExpectedVersion expected) {
        Environment environment = existing(projects.existingForUpdate(projectKey), key, expected);
        EnvironmentDetails wanted =
                change.apply(environments.get(projectKey, key)).named(key);
        execute(projectKey, InstructionsBetween.environment(key, environment.details(), wanted));
        return environments.get(projectKey, key);
    }

    /**
     * Deletes an environment with its states and keys. Conflict if it is the project's last, or if flags that are on,
     * settings or keys would be lost, unless forced.
     */
    @RequiresPermission(Permission.ENVIRONMENT_DELETE)
    public void delete(ProjectKey projectKey, EnvironmentKey key, boolean force, ExpectedVersion expected) {
        existing(projects.existingForUpdate(projectKey), key, expected);
        execute(projectKey, List.of(new DeleteEnvironment(key, force)));
    }

    private Environment existing(Project project, EnvironmentKey key, ExpectedVersion expected) {
        Environment environment = projects.existing(project, key);
        expected.check("environment", environment.version());
        return environment;
    }

    private void execute(ProjectKey project, List<? extends Instruction> instructions) {
        executor.execute(project, ChangePlan.of(ChangeStep.of(instructions)));
    }
}
