package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.change.control.ConflictCheck;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.control.FlagValidator;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.history.control.HistoryStore;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The use case of changing a project by instructions: all of them, or none. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.EDITOR)
public class Changes {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    FlagEditor editor;

    @Inject
    HistoryStore history;

    @Inject
    Revisions revisions;

    @Inject
    AuditRecorder audit;

    @Inject
    Clock clock;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /**
     * Carries out instructions. The result must be valid; what happens in between need not be.
     *
     * @throws DomainException.Conflict if somebody else changed, since the base, what an instruction reads or writes
     */
    public ChangeResult apply(ProjectKey projectKey, ChangeRequest request) {
        Project project = projects.existingForUpdate(projectKey);
        Environment environment = projects.existing(project, request.environment());
        Map<FlagKey, Target> targets = targets(project, environment, request.instructions());
        request.base().ifPresent(base -> refuseConflicts(environment, targets, base, request.instructions()));

        List<String> sentences = new ArrayList<>();
        List<StateInstruction> inverse = new ArrayList<>();
        for (StateInstruction instruction : request.instructions()) {
            Target target = target(targets, instruction);
            FlagStateDetails present = target.state.settings().details();
            sentences.add(instruction.sentence(present) + " in " + environment.key());
            inverse.addAll(0, instruction.inverse(present));
            target.state.update(FlagSettings.of(instruction.apply(present)), clock.instant());
        }
        List<ChangeResult.Effect> effects = record(project, environment, targets.values());
        long revision = effects.isEmpty() ? environment.revision() : revisions.raise(environment);
        return new ChangeResult(revision, sentences, effects, inverse);
    }

    /** Dry run of {@link #apply}: the same result, and nothing is changed. */
    public ChangeResult dryRun(ProjectKey projectKey, ChangeRequest request) {
        ChangeResult result = apply(projectKey, request);
        transaction.setRollbackOnly();
        return result;
    }

    /** The flags that instructions are about, each with its state, locked until the transaction ends. */
    private Map<FlagKey, Target> targets(
            Project project, Environment environment, List<StateInstruction> instructions) {
        Map<FlagKey, Target> targets = new LinkedHashMap<>();
        instructions.stream().map(StateInstruction::flag).distinct().forEach(key -> {
            Flag flag = flags.existing(project, key);
            flag.refuseIfArchived();
            FlagState state = flags.state(flag, environment, LockModeType.PESSIMISTIC_WRITE);
            targets.put(key, new Target(flag, state, state.auditJson()));
        });
        return targets;
    }

    private void refuseConflicts(
            Environment environment, Map<FlagKey, Target> targets, long base, List<StateInstruction> instructions) {
        if (base > environment.revision()) {
            throw new DomainException.Invalid("base", "is a revision that there is not yet");
        }
        ConflictCheck check = new ConflictCheck(base);
        for (StateInstruction instruction : instructions) {
            Target target = target(targets, instruction);
            FlagStateDetails seen = history.settingsAt(environment, target.flag, base)
                    .orElseThrow(() -> new DomainException.Conflict("flag \"" + instruction.flag()
                            + "\" did not exist at revision " + base + ", or that is not recorded any more"))
                    .details();
            check.compare(instruction, seen, target.state.settings().details());
        }
        check.refuseIfAny();
    }

    private List<ChangeResult.Effect> record(Project project, Environment environment, Iterable<Target> targets) {
        FlagValidator validator = editor.validatorFor(project);
        List<ChangeResult.Effect> effects = new ArrayList<>();
        for (Target target : targets) {
            Violations violations = new Violations();
            validator.checkDecision(target.flag, target.state.settings(), violations);
            violations.throwIfAny();
            String after = target.state.auditJson();
            if (!after.equals(target.before)) {
                audit.record(AuditChange.updated(
                        target.state.subject(project, environment, target.flag), target.before, after));
                effects.add(new ChangeResult.Effect(target.flag.key(), target.before, after));
            }
        }
        return effects;
    }

    private static Target target(Map<FlagKey, Target> targets, StateInstruction instruction) {
        return Objects.requireNonNull(targets.get(instruction.flag()));
    }

    private record Target(Flag flag, FlagState state, String before) {}
}
