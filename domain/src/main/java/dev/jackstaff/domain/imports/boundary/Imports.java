package dev.jackstaff.domain.imports.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.control.ChangeScope;
import dev.jackstaff.domain.imports.control.FlagImporter;
import dev.jackstaff.domain.imports.control.SegmentImporter;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
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
     * Creates or updates the batch's flags and segments, or changes nothing and throws the reason. Flags keep their
     * state in the other environments; new ones are off there.
     */
    public ImportReport apply(ProjectKey projectKey, EnvironmentKey environmentKey, ImportBatch batch) {
        Project project = projects.existingForUpdate(projectKey);
        Environment environment = projects.existing(project, environmentKey);
        ChangeScope scope = new ChangeScope();
        Map<SegmentKey, ImportOutcome> segmentOutcomes = segments.apply(project, batch.segments(), scope);
        Map<FlagKey, ImportOutcome> flagOutcomes = flags.apply(project, environment, batch.flags(), scope);
        unitOfWork.flush();
        if (scope.coversProject()) {
            revisions.raiseProject(project);
        } else if (scope.coversEnvironment()) {
            revisions.raise(environment);
        }
        return new ImportReport(segmentOutcomes, flagOutcomes);
    }

    /** Dry run of {@link #apply}: the same report or refusal, and nothing is changed. */
    public ImportReport dryRun(ProjectKey projectKey, EnvironmentKey environmentKey, ImportBatch batch) {
        ImportReport report = apply(projectKey, environmentKey, batch);
        transaction.setRollbackOnly();
        return report;
    }
}
