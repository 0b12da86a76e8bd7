package dev.jackstaff.domain.imports.boundary;

import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.control.ChangeExecutor;
import dev.jackstaff.domain.change.control.ChangePlan;
import dev.jackstaff.domain.imports.ImportBatch;
import dev.jackstaff.domain.imports.control.ImportSteps;
import dev.jackstaff.domain.imports.control.ImportTarget;
import dev.jackstaff.domain.imports.control.ImportTargets;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** The use case of importing many flags and segments in one transaction and one revision. */
@ApplicationScoped
@Transactional
@RequiresPermission({Permission.FLAG_CREATE, Permission.FLAG_UPDATE, Permission.FLAG_TARGET, Permission.SEGMENT_CREATE})
public class Imports {
    @Inject
    ProjectStore projects;

    @Inject
    ImportTargets targets;

    @Inject
    ChangeExecutor executor;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /**
     * Creates or updates the batch's flags and segments. What the project cannot take, or what would change another
     * environment, is refused in the report; the rest is applied. Flags keep their state in the other environments; new
     * ones are off there.
     */
    public ImportReport apply(ProjectKey projectKey, EnvironmentKey environmentKey, ImportBatch batch) {
        Project project = projects.existingForUpdate(projectKey);
        ImportTarget target = targets.find(project, environmentKey);
        ImportSteps steps = new ImportSteps(target, batch);
        executor.execute(projectKey, ChangePlan.of(steps.steps()));
        return new ImportReport(steps.segments(), steps.flags(), target.flagsOutside(batch.flags()));
    }

    /** Dry run of {@link #apply}: the same report, and nothing is changed. */
    public ImportReport dryRun(ProjectKey projectKey, EnvironmentKey environmentKey, ImportBatch batch) {
        ImportReport report = apply(projectKey, environmentKey, batch);
        transaction.setRollbackOnly();
        return report;
    }
}
