package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.InstructionsBetween;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.change.control.ChangeExecutor;
import dev.jackstaff.domain.change.control.ChangeOutcome;
import dev.jackstaff.domain.change.control.ChangePlan;
import dev.jackstaff.domain.change.control.LockedSettings;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.RuleIds;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The use cases of changing a flag's state in one environment. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.FLAG_SWITCH)
public class FlagStateChanges {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    Revisions revisions;

    @Inject
    ChangeExecutor executor;

    /** Replaces the state; Invalid if it names unknown variants or segments. */
    @RequiresPermission({Permission.FLAG_SWITCH, Permission.FLAG_TARGET})
    public FlagStateView update(FlagAddress address, FlagStateDetails details, ExpectedVersion expected) {
        return update(address, current -> details, expected);
    }

    /** As above, with a state that is computed from that which the flag has. */
    @RequiresPermission({Permission.FLAG_SWITCH, Permission.FLAG_TARGET})
    public FlagStateView update(
            FlagAddress address, Function<FlagStateView, FlagStateDetails> change, ExpectedVersion expected) {
        LockedSettings settings = changeable(projects.existingForUpdate(address.project()), address, expected);
        FlagStateDetails present = settings.state().settings().details();
        FlagStateDetails wanted = change.apply(view(settings));
        List<RuleDefinition> rules = RuleIds.identify(wanted.rules(), present.rules());
        return execute(settings, InstructionsBetween.settings(address.flag(), present, wanted.withRules(rules)));
    }

    /** Switches the flag to the opposite. Who repeats it flips it back; {@link #switchTo} can be repeated. */
    public FlagStateView toggle(FlagAddress address) {
        LockedSettings settings = changeable(projects.existing(address.project()), address, ExpectedVersion.any());
        return execute(
                settings, List.of(new Switch(address.flag(), !settings.state().enabled())));
    }

    /** Switches the flag on or off; no change if it already is. */
    public FlagStateView switchTo(FlagAddress address, boolean enabled) {
        return switchTo(address, enabled, ExpectedVersion.any());
    }

    /**
     * As above, unless the state was changed meanwhile.
     *
     * @param enabled required; Invalid if the caller did not say it
     */
    public FlagStateView switchTo(FlagAddress address, @Nullable Boolean enabled, ExpectedVersion expected) {
        LockedSettings settings = changeable(projects.existing(address.project()), address, expected);
        if (enabled == null) {
            throw new DomainException.Invalid(
                    "enabled", "is required: true or false, so that a repeated request does not switch back");
        }
        return execute(settings, List.of(new Switch(address.flag(), enabled)));
    }

    private LockedSettings changeable(Project project, FlagAddress address, ExpectedVersion expected) {
        Environment environment = projects.existing(project, address.environment());
        Flag flag = flags.existing(project, address.flag());
        FlagState state = flags.state(flag, environment, LockModeType.PESSIMISTIC_WRITE);
        expected.check("flag state", state.version());
        flag.refuseIfArchived();
        return new LockedSettings(project, environment, flag, state);
    }

    private FlagStateView execute(LockedSettings settings, List<StateInstruction> instructions) {
        ChangeOutcome outcome = executor.execute(
                settings, ChangePlan.of(ChangeStep.in(settings.environment().key(), instructions)));
        Long raised = outcome.revisions().get(settings.environment().id());
        return raised == null ? view(settings) : view(settings, raised);
    }

    private FlagStateView view(LockedSettings settings) {
        return view(settings, revisions.of(settings.environment()));
    }

    private static FlagStateView view(LockedSettings settings, long revision) {
        return FlagStateView.of(settings.flag(), settings.environment(), settings.state(), revision);
    }
}
