package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.audit.AuditNote;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.EnvironmentLifecycle.DeleteEnvironment;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.InstructionWriter;
import dev.jackstaff.domain.change.ProjectLifecycle.CreateProject;
import dev.jackstaff.domain.change.ProjectLifecycle.DeleteProject;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectEditor;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * The one way in which projects, environments, flags and segments are changed: whoever wants a change says it by
 * instructions, and all of them are carried out here, or none.
 */
@ApplicationScoped
public class ChangeExecutor {
    @Inject
    AccessPolicy policy;

    @Inject
    CurrentActor currentActor;

    @Inject
    ChangeStores stores;

    @Inject
    ProjectStore projects;

    @Inject
    ProjectEditor projectEditor;

    @Inject
    ResultCheck check;

    @Inject
    AttributeWarnings warnings;

    @Inject
    ChangeRecorder recorder;

    @Inject
    AuditRecorder audit;

    @Inject
    FlagRestorationStore restorations;

    @Inject
    Revisions revisions;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /**
     * Carries out the steps of a change. The result must be valid; what happens in between need not be. The caller's
     * transaction is rolled back with what is thrown.
     *
     * @throws DomainException.Forbidden if the actor lacks a permission that a step demands
     * @throws DomainException.Conflict if somebody else changed, since the base, what a step reads or writes; or if
     *     something that is needed would be gone
     * @throws DomainException.Stale if the base names the latest change, and there was a later one
     */
    public ChangeOutcome execute(ProjectKey projectKey, ChangePlan plan) {
        return execute(AuditAuthor.of(currentActor), projectKey, plan);
    }

    /** As above, by an author whom no request is from. */
    public ChangeOutcome execute(AuditAuthor author, ProjectKey projectKey, ChangePlan plan) {
        plan.steps().forEach(step -> requirePermissions(author.actor(), projectKey, step));
        Project project = isUnlocked(plan) ? projects.existing(projectKey) : projects.existingForUpdate(projectKey);
        ChangeTargets targets = new ChangeTargets(stores, project);
        targets.read(plan.steps());
        return execute(author, project, targets, plan);
    }

    /** As above, of settings that the caller has read. */
    public ChangeOutcome execute(LockedSettings settings, ChangePlan plan) {
        AuditAuthor author = AuditAuthor.of(currentActor);
        ProjectKey key = settings.project().key();
        plan.steps().forEach(step -> requirePermissions(author.actor(), key, step));
        Project project = isUnlocked(plan) ? settings.project() : projects.existingForUpdate(key);
        ChangeTargets targets = new ChangeTargets(stores, project);
        targets.add(settings);
        return execute(author, project, targets, plan);
    }

    private ChangeOutcome execute(AuditAuthor author, Project project, ChangeTargets targets, ChangePlan plan) {
        refuseConflicts(project, targets, plan);
        StepRunner runner = new StepRunner(targets, clock.instant());
        plan.steps().forEach(runner::run);
        unitOfWork.flush();
        check.refuseInvalid(project, targets);
        ChangeEffects effects = targets.effects();
        Map<UUID, Long> raised = Map.of();
        if (!effects.differences().isEmpty()) {
            audit.recordAll(author, effects.differences(), note(plan));
            recorder.record(author.actor(), project, plan, runner);
            effects.settings().stream()
                    .filter(SettingsChange::isTurnedOn)
                    .forEach(change -> restorations.turnedOn(project, change.flag(), change.environment()));
            raised = raise(project, effects);
        }
        return new ChangeOutcome(
                runner.sentences(),
                effects.differences(),
                effects.settings(),
                warnings.of(project, targets, effects.settings()),
                runner.inverse(),
                raised);
    }

    private static AuditNote note(ChangePlan plan) {
        return new AuditNote(plan.note().reason(), plan.note().ticket(), InstructionWriter.write(plan.steps()));
    }

    private void requirePermissions(Actor actor, ProjectKey project, ChangeStep step) {
        PermissionScope scope = step.scope(project);
        policy.require(actor, step.instruction().permission(), scope);
        if (isForced(step.instruction())) {
            policy.require(actor, Permission.FORCED_DELETE, scope);
        }
    }

    private static boolean isForced(Instruction instruction) {
        return (instruction instanceof DeleteFlag flag && flag.force())
                || (instruction instanceof DeleteEnvironment environment && environment.force())
                || (instruction instanceof DeleteProject project && project.force());
    }

    /** Turning flags on and off breaks no reference, so it does not wait for other changes of the project. */
    private static boolean isUnlocked(ChangePlan plan) {
        return plan.base().latestChange().version().isEmpty()
                && plan.steps().stream().allMatch(step -> step.instruction().permission() == Permission.FLAG_SWITCH);
    }

    private void refuseConflicts(Project project, ChangeTargets targets, ChangePlan plan) {
        ChangeBase base = plan.base();
        base.environments()
                .forEach((key, seen) -> refuseLater(
                        "base", seen, targets.environment(key).existing().revision()));
        base.project().ifPresent(seen -> refuseLater("projectBase", seen, revisions.ofProject(project)));
        if (base.latestChange().version().isPresent()) {
            base.latestChange().check("project", stores.changes.latest(project));
        }
        ConflictCheck conflicts = new ConflictCheck();
        plan.steps().forEach(step -> StepRunner.compare(targets, step, base, conflicts));
        conflicts.refuseIfAny();
    }

    private static void refuseLater(String field, long seen, long present) {
        if (seen > present) {
            throw new DomainException.Invalid(field, "is a revision that there is not yet");
        }
    }

    private Map<UUID, Long> raise(Project project, ChangeEffects effects) {
        if (effects.areAnswersChanged()) {
            return revisions.raiseProject(project);
        }
        if (effects.isSharedChanged()) {
            revisions.raiseShared(project);
        }
        return effects.environments().isEmpty() ? Map.of() : revisions.raiseSettings(effects.environments());
    }

    /** Creates a project, with the environments that each has at first. */
    public Project create(ProjectKey key, CreateProject instruction) {
        requirePermissions(currentActor.actor(), key, new ChangeStep(instruction, null));
        if (projects.find(key).isPresent()) {
            throw DomainException.Conflict.exists("project", key);
        }
        return projectEditor.create(key, instruction.details());
    }

    /** Deletes a project with everything it owns. */
    public void delete(Project project, DeleteProject instruction) {
        requirePermissions(currentActor.actor(), project.key(), new ChangeStep(instruction, null));
        projectEditor.delete(project, instruction.force());
    }
}
