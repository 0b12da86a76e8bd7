package dev.jackstaff.domain.imports.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.imports.control.ChangeScope;
import dev.jackstaff.domain.imports.control.FlagImporter;
import dev.jackstaff.domain.imports.control.ImportTarget;
import dev.jackstaff.domain.imports.control.ImportTargets;
import dev.jackstaff.domain.imports.control.SegmentImporter;
import dev.jackstaff.domain.imports.control.SegmentPlan;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Map;

/** The use case of importing many flags and segments in one transaction and one revision. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.EDITOR)
public class Imports {
    @Inject
    ProjectStore projects;

    @Inject
    ImportTargets targets;

    @Inject
    SegmentImporter segments;

    @Inject
    FlagImporter flags;

    @Inject
    Revisions revisions;

    @Inject
    UnitOfWork unitOfWork;

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
        ChangeScope scope = new ChangeScope();
        SegmentPlan plan = segments.plan(target, batch.segments());
        Map<SegmentKey, ImportResult> segmentResults = segments.apply(target, plan, batch.segments(), scope);
        Map<FlagKey, ImportResult> flagResults = flags.apply(target, plan, batch.flags(), scope);
        unitOfWork.flush();
        if (scope.coversProject()) {
            revisions.raiseProject(project);
        } else {
            if (scope.coversDetails()) {
                revisions.raiseShared(project);
            }
            if (scope.coversEnvironment()) {
                revisions.raise(target.environment());
            }
        }
        return new ImportReport(segmentResults, flagResults, target.flagsOutside(batch.flags()));
    }

    /** Dry run of {@link #apply}: the same report, and nothing is changed. */
    public ImportReport dryRun(ProjectKey projectKey, EnvironmentKey environmentKey, ImportBatch batch) {
        ImportReport report = apply(projectKey, environmentKey, batch);
        transaction.setRollbackOnly();
        return report;
    }
}
