package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagInstruction;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.control.ChangeExecutor;
import dev.jackstaff.domain.change.control.ChangePlan;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;

/** The use cases of changing flags. */
@ApplicationScoped
@Transactional
@RequiresPermission({Permission.FLAG_DESCRIBE, Permission.FLAG_UPDATE})
public class FlagChanges {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore store;

    @Inject
    Flags flags;

    @Inject
    Changes changes;

    @Inject
    ChangeExecutor executor;

    /** Creates a flag, which is off in every environment; Conflict if the key is in use. */
    @RequiresPermission(Permission.FLAG_CREATE)
    public FlagView create(ProjectKey projectKey, NewFlag command) {
        execute(projectKey, new CreateFlag(command.key(), command.details()));
        return flags.get(projectKey, command.key());
    }

    /** Updates a flag; Conflict if the type differs or a variant in use would be removed. */
    public FlagView update(ProjectKey projectKey, FlagKey key, FlagDetails details, ExpectedVersion expected) {
        return update(projectKey, key, current -> details, expected);
    }

    /**
     * As above, with details that are computed from those that the flag has.
     *
     * @param change gets the flag as it is stored: without the changes of its states, and not looked at for staleness
     */
    public FlagView update(
            ProjectKey projectKey, FlagKey key, Function<FlagView, FlagDetails> change, ExpectedVersion expected) {
        execute(projectKey, instructions(existingForUpdate(projectKey, key, expected), change));
        return flags.get(projectKey, key);
    }

    /** As above, and says what it did and how it is taken back. */
    public ChangeResult change(
            ProjectKey projectKey, FlagKey key, Function<FlagView, FlagDetails> change, ExpectedVersion expected) {
        List<FlagInstruction> instructions = instructions(existingForUpdate(projectKey, key, expected), change);
        return changes.apply(
                projectKey, new ChangeRequest(ChangeStep.of(instructions), ChangeBase.NONE, ChangeNote.NONE));
    }

    private static List<FlagInstruction> instructions(Flag flag, Function<FlagView, FlagDetails> change) {
        FlagDetails details = change.apply(FlagView.stored(flag));
        flag.refuseOtherType(details.type());
        flag.refuseOtherBucketing(details.traits().bucketing());
        flag.refuseIfArchived();
        FlagDetails wanted = FlagEditor.content(flag.key(), details).details(flag.type());
        return InstructionsBetween.details(flag.key(), flag.details(), wanted);
    }

    /** Archives a flag, which removes it from every snapshot; Conflict if it is archived or others depend on it. */
    @RequiresPermission(Permission.FLAG_ARCHIVE)
    public FlagView archive(ProjectKey projectKey, FlagKey key, ExpectedVersion expected) {
        existingForUpdate(projectKey, key, expected);
        execute(projectKey, new ArchiveFlag(key));
        return flags.get(projectKey, key);
    }

    /** Restores an archived flag; Conflict if it is not archived, or if a prerequisite of it is. */
    @RequiresPermission(Permission.FLAG_ARCHIVE)
    public FlagView unarchive(ProjectKey projectKey, FlagKey key, ExpectedVersion expected) {
        existingForUpdate(projectKey, key, expected);
        execute(projectKey, new UnarchiveFlag(key));
        return flags.get(projectKey, key);
    }

    /** Deletes a flag permanently; Conflict if others depend on it, or if it is not archived, unless forced. */
    @RequiresPermission(Permission.FLAG_DELETE)
    public void delete(ProjectKey projectKey, FlagKey key, boolean force, ExpectedVersion expected) {
        existingForUpdate(projectKey, key, expected);
        execute(projectKey, new DeleteFlag(key, force));
    }

    private Flag existingForUpdate(ProjectKey projectKey, FlagKey key, ExpectedVersion expected) {
        Flag flag = store.existing(projects.existingForUpdate(projectKey), key);
        expected.check("flag", flag.version());
        return flag;
    }

    private void execute(ProjectKey project, Instruction instruction) {
        execute(project, List.of(instruction));
    }

    private void execute(ProjectKey project, List<? extends Instruction> instructions) {
        executor.execute(project, ChangePlan.of(ChangeStep.of(instructions)));
    }
}
