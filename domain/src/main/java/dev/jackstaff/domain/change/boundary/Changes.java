package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.control.ChangeExecutor;
import dev.jackstaff.domain.change.control.ChangeOutcome;
import dev.jackstaff.domain.change.control.ChangePlan;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** The use case of changing a project by instructions: all of them, or none. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class Changes {
    @Inject
    ProjectStore projects;

    @Inject
    ChangeExecutor executor;

    @Inject
    Revisions revisions;

    @Inject
    Snapshots snapshots;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /**
     * Carries out instructions. The result must be valid; what happens in between need not be.
     *
     * @throws DomainException.Conflict if somebody else changed, since the base, what an instruction reads or writes
     */
    public ChangeResult apply(ProjectKey projectKey, ChangeRequest request) {
        MovementCounter movements = new MovementCounter(snapshots, projectKey, request);
        ChangeOutcome outcome =
                executor.execute(projectKey, new ChangePlan(request.steps(), request.base(), request.note()));
        Project project = projects.existing(projectKey);
        return new ChangeResult(
                revisions.ofEnvironments(project),
                revisions.ofProject(project),
                outcome.sentences(),
                outcome.effects(),
                movements.count(outcome.settings()),
                outcome.warnings(),
                outcome.inverse());
    }

    /** Dry run of {@link #apply}: the same result, and nothing is changed. */
    public ChangeResult dryRun(ProjectKey projectKey, ChangeRequest request) {
        ChangeResult result = apply(projectKey, request);
        transaction.setRollbackOnly();
        return result;
    }

    /** One of the two. */
    public ChangeResult run(ProjectKey projectKey, ChangeRequest request, boolean dryRun) {
        return dryRun ? dryRun(projectKey, request) : apply(projectKey, request);
    }
}
