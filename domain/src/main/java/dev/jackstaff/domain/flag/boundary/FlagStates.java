package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.control.FlagEditor;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The use cases of a flag's state in one environment. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class FlagStates {
    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    FlagEditor editor;

    @Inject
    Revisions revisions;

    @Inject
    AuditRecorder audit;

    @Inject
    Clock clock;

    /** Returns the state, or NotFound. */
    public FlagStateView get(FlagAddress address) {
        StateContext found = load(projects.existing(address.project()), address, LockModeType.NONE);
        return found.view(found.environment.revision());
    }

    /** Replaces the state; Invalid if it names unknown variants or segments. */
    @RequiresRole(Role.EDITOR)
    public FlagStateView update(FlagAddress address, FlagStateDetails details, ExpectedVersion expected) {
        return update(address, current -> details, expected);
    }

    /** As above, with a state that is computed from that which the flag has. */
    @RequiresRole(Role.EDITOR)
    public FlagStateView update(
            FlagAddress address, Function<FlagStateView, FlagStateDetails> change, ExpectedVersion expected) {
        StateContext found =
                load(projects.existingForUpdate(address.project()), address, LockModeType.PESSIMISTIC_WRITE);
        expected.check("flag state", found.state.version());
        FlagStateDetails details = change.apply(found.view(found.environment.revision()));
        return applyChange(
                found,
                "updated",
                state -> editor.updateState(editor.validatorFor(found.project), found.flag, state, details));
    }

    /** Switches the flag to the opposite. Who repeats it flips it back; {@link #switchTo} can be repeated. */
    @RequiresRole(Role.EDITOR)
    public FlagStateView toggle(FlagAddress address) {
        StateContext found = load(projects.existing(address.project()), address, LockModeType.PESSIMISTIC_WRITE);
        return applyChange(found, "toggled", state -> state.switchTo(!state.enabled(), clock.instant()));
    }

    /** Switches the flag on or off; no change if it already is. */
    @RequiresRole(Role.EDITOR)
    public FlagStateView switchTo(FlagAddress address, boolean enabled) {
        return switchTo(address, enabled, ExpectedVersion.any());
    }

    /**
     * As above, unless the state was changed meanwhile.
     *
     * @param enabled required; Invalid if the caller did not say it
     */
    @RequiresRole(Role.EDITOR)
    public FlagStateView switchTo(FlagAddress address, @Nullable Boolean enabled, ExpectedVersion expected) {
        StateContext found = load(projects.existing(address.project()), address, LockModeType.PESSIMISTIC_WRITE);
        expected.check("flag state", found.state.version());
        if (enabled == null) {
            throw new DomainException.Invalid(
                    "enabled", "is required: true or false, so that a repeated request does not switch back");
        }
        return applyChange(found, "toggled", state -> state.switchTo(enabled, clock.instant()));
    }

    private FlagStateView applyChange(StateContext found, String action, Predicate<FlagState> changing) {
        found.flag.refuseIfArchived();
        String before = found.state.auditJson();
        if (!changing.test(found.state)) {
            return found.view(found.environment.revision());
        }
        AuditChange.Subject subject = found.state.subject(found.project, found.environment, found.flag);
        audit.record(
                AuditChange.updated(subject, before, found.state.auditJson()).withAction(action));
        return found.view(revisions.raise(found.environment));
    }

    private StateContext load(Project project, FlagAddress address, LockModeType lock) {
        Environment environment = projects.existing(project, address.environment());
        Flag flag = flags.existing(project, address.flag());
        return new StateContext(project, environment, flag, flags.state(flag, environment, lock));
    }

    private record StateContext(Project project, Environment environment, Flag flag, FlagState state) {
        FlagStateView view(long revision) {
            return FlagStateView.of(flag, environment, state, revision);
        }
    }
}
