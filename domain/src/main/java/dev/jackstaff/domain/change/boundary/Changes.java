package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.control.ChangeTargets;
import dev.jackstaff.domain.change.control.ChangeTargets.Assignment;
import dev.jackstaff.domain.change.control.ConflictCheck;
import dev.jackstaff.domain.change.control.FlagTarget;
import dev.jackstaff.domain.change.control.StateTarget;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagValidator;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** The use case of changing a project by instructions: all of them, or none. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.EDITOR)
public class Changes {
    @Inject
    ProjectStore projects;

    @Inject
    ChangeTargets targets;

    @Inject
    FlagEditor editor;

    @Inject
    Revisions revisions;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /**
     * Carries out instructions. The result must be valid; what happens in between need not be.
     *
     * @throws DomainException.Conflict if somebody else changed, since the base, what an instruction reads or writes
     */
    public ChangeResult apply(ProjectKey projectKey, ChangeRequest request) {
        Project project = projects.existingForUpdate(projectKey);
        EnvironmentKey key = request.environment();
        Optional<Environment> environment =
                key == null ? Optional.empty() : Optional.of(projects.existing(project, key));
        ChangeTargets.Found found = targets.find(project, environment, request.instructions());
        environment.ifPresent(place -> refuseLaterBase(request.base(), place::revision, "base"));
        refuseLaterBase(request.projectBase(), () -> revisions.ofProject(project), "projectBase");
        ConflictCheck conflicts = new ConflictCheck();
        found.assignments().forEach(assignment -> assignment.compare(conflicts, request.base(), request.projectBase()));
        conflicts.refuseIfAny();

        List<String> sentences = new ArrayList<>();
        List<Instruction<?>> inverse = new ArrayList<>();
        for (Assignment<?> assignment : found.assignments()) {
            sentences.add(assignment.sentence());
            inverse.addAll(0, assignment.inverse());
            assignment.carryOut();
        }
        unitOfWork.flush();
        refuseInvalid(project, found);
        List<AuditChange> effects = found.differences();
        effects.forEach(audit::record);
        raise(project, environment, found);
        return new ChangeResult(
                environment.map(present -> revisions.of(present)).orElse(null),
                revisions.ofProject(project),
                sentences,
                effects,
                inverse);
    }

    /** Dry run of {@link #apply}: the same result, and nothing is changed. */
    public ChangeResult dryRun(ProjectKey projectKey, ChangeRequest request) {
        ChangeResult result = apply(projectKey, request);
        transaction.setRollbackOnly();
        return result;
    }

    private static void refuseLaterBase(OptionalLong base, LongSupplier revision, String field) {
        if (base.isPresent() && base.getAsLong() > revision.getAsLong()) {
            throw new DomainException.Invalid(field, "is a revision that there is not yet");
        }
    }

    private void refuseInvalid(Project project, ChangeTargets.Found found) {
        boolean answersChanged = found.flags().stream().anyMatch(FlagTarget::areAnswersChanged);
        if (!answersChanged && found.states().isEmpty()) {
            return;
        }
        FlagValidator validator = editor.validatorFor(project);
        for (FlagTarget target : found.flags()) {
            if (target.areAnswersChanged()) {
                editor.refuseInvalidPrerequisites(validator, target.flag());
                editor.refuseBreakingChange(validator, project, target.flag());
            }
        }
        for (StateTarget target : found.states()) {
            Violations violations = new Violations();
            validator.checkDecision(target.flag(), target.state().settings(), violations);
            violations.throwIfAny();
        }
    }

    private void raise(Project project, Optional<Environment> environment, ChangeTargets.Found found) {
        if (found.flags().stream().anyMatch(FlagTarget::areAnswersChanged)) {
            revisions.raiseProject(project);
            return;
        }
        if (found.flags().stream().anyMatch(target -> target.difference().isPresent())) {
            revisions.raiseShared(project);
        }
        if (found.states().stream().anyMatch(target -> target.difference().isPresent())) {
            environment.ifPresent(revisions::raise);
        }
    }
}
