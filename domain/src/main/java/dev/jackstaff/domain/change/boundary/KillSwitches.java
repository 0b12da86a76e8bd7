package dev.jackstaff.domain.change.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagRestoration;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.control.FlagRestorationStore;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.control.FlagStore;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The use cases of turning a flag off everywhere at once, and of its turning on again by itself. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class KillSwitches {
    /** The bounds of the time after which a flag turns on again. */
    public static final Duration MIN_DELAY = Duration.ofMinutes(5);

    public static final Duration MAX_DELAY = Duration.ofMinutes(60);

    @Inject
    ProjectStore projects;

    @Inject
    FlagStore flags;

    @Inject
    Changes changes;

    @Inject
    FlagRestorationStore restorations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AccessPolicy policy;

    @Inject
    Clock clock;

    /**
     * What turning off a flag did.
     *
     * @param restoreAt when it turns on again; null if it does not
     */
    public record KillResult(ChangeResult change, @Nullable Instant restoreAt) {}

    /**
     * Turns a flag off in all environments in which it is on.
     *
     * @param restoreAfter the time after which it turns on again where it was; null if it does not
     * @param expected the version of the flag
     * @throws DomainException.Forbidden if the actor may not switch it in one of them
     */
    public KillResult kill(
            ProjectKey projectKey,
            FlagKey key,
            @Nullable Duration restoreAfter,
            ChangeNote note,
            ExpectedVersion expected) {
        if (restoreAfter != null && (restoreAfter.compareTo(MIN_DELAY) < 0 || restoreAfter.compareTo(MAX_DELAY) > 0)) {
            throw new DomainException.Invalid(
                    "restoreAfterMinutes", "must be " + MIN_DELAY.toMinutes() + " to " + MAX_DELAY.toMinutes());
        }
        Project project = projects.existing(projectKey);
        Flag flag = flags.existing(project, key);
        expected.check("flag", flag.version());
        flag.refuseIfArchived();
        List<EnvironmentKey> on = flags.environmentsWhereOn(flag);
        requireSwitch(projectKey, on, restorations.ofFlag(flag));
        List<ChangeStep> steps = ChangeStep.in(on, new Switch(key, false));
        ChangeResult result = changes.run(projectKey, new ChangeRequest(steps, ChangeBase.NONE, note), false);
        if (restoreAfter == null) {
            restorations.cancel(flag);
            return new KillResult(result, null);
        }
        Set<EnvironmentKey> restored = new HashSet<>(on);
        restorations.ofFlag(flag).ifPresent(waiting -> restored.addAll(waiting.environments()));
        if (restored.isEmpty()) {
            return new KillResult(result, null);
        }
        Instant due = clock.instant().plus(restoreAfter);
        List<Environment> environments = projects.environments(project).stream()
                .filter(environment -> restored.contains(environment.key()))
                .toList();
        restorations.add(flag, environments, currentActor.actor().name(), due);
        return new KillResult(result, due);
    }

    /** What a flag that was turned off waits for; empty if it does not turn on by itself. */
    public Optional<FlagRestoration> waiting(ProjectKey projectKey, FlagKey key) {
        return restorations.ofFlag(flags.existing(projects.existing(projectKey), key));
    }

    /** What a flag that was turned off waits for, to show it; empty also if there is no such flag. */
    public Optional<FlagRestoration> findWaiting(ProjectKey projectKey, FlagKey key) {
        return restorations.ofFlag(projectKey, key);
    }

    /** Turns a flag on now that would turn on by itself, where it would; NotFound if it would not. */
    public ChangeResult restore(ProjectKey projectKey, FlagKey key, ChangeNote note) {
        Flag flag = flags.existing(projects.existing(projectKey), key);
        FlagRestoration waiting =
                restorations.ofFlag(flag).orElseThrow(() -> new DomainException.NotFound("restoration of flag", key));
        List<ChangeStep> steps = ChangeStep.in(waiting.environments(), new Switch(key, true));
        ChangeResult result = changes.run(projectKey, new ChangeRequest(steps, ChangeBase.NONE, note), false);
        restorations.cancel(flag);
        return result;
    }

    /** Leaves a flag off that would turn on by itself; NotFound if it would not. */
    public void cancel(ProjectKey projectKey, FlagKey key) {
        Flag flag = flags.existing(projects.existing(projectKey), key);
        requireSwitch(projectKey, List.of(), restorations.ofFlag(flag));
        if (!restorations.cancel(flag)) {
            throw new DomainException.NotFound("restoration of flag", key);
        }
    }

    /** Refuses who may not switch a flag where it is on or waits to be; nowhere, who may not switch it everywhere. */
    private void requireSwitch(ProjectKey project, List<EnvironmentKey> on, Optional<FlagRestoration> waiting) {
        Set<EnvironmentKey> concerned = new HashSet<>(on);
        waiting.ifPresent(restoration -> concerned.addAll(restoration.environments()));
        if (concerned.isEmpty()) {
            policy.require(currentActor.actor(), Permission.FLAG_SWITCH, project.scope());
        }
        concerned.forEach(environment ->
                policy.require(currentActor.actor(), Permission.FLAG_SWITCH, environment.in(project.scope())));
    }
}
