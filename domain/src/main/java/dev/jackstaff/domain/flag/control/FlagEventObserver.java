package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.control.EnvironmentCreated;
import dev.jackstaff.domain.project.control.EnvironmentDeletion;
import dev.jackstaff.domain.project.control.ProjectDeletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The observers of project and environment events on behalf of flags: they create states, or say what would be lost. */
@ApplicationScoped
public class FlagEventObserver {
    @Inject
    FlagStore flags;

    @Inject
    Clock clock;

    /** Creates the states of all flags in a new environment: off. */
    void createStates(@Observes EnvironmentCreated created) {
        for (Flag flag : flags.all(created.environment().projectId())) {
            flags.add(new FlagState(flag, created.environment(), clock.instant()));
        }
    }

    void addLosses(@Observes ProjectDeletion deletion) {
        deletion.losses().add(flags.count(deletion.project()), "flag", "flags");
    }

    /** Adds the flags that are on, archived ones aside, and those that are off but have settings of their own. */
    void addLosses(@Observes EnvironmentDeletion deletion) {
        Map<UUID, Flag> known = flags.all(deletion.environment().projectId()).stream()
                .collect(Collectors.toMap(Flag::id, Function.identity()));
        long on = 0;
        long changed = 0;
        for (FlagState state : flags.states(deletion.environment())) {
            Flag flag = known.get(state.flagId());
            if (flag != null && state.enabled() && !flag.archived()) {
                on++;
            } else if (flag != null && !state.settings().equals(FlagSettings.initial(flag))) {
                changed++;
            }
        }
        deletion.losses().add(on, "flag that is on", "flags that are on");
        deletion.losses().add(changed, "flag with settings of its own", "flags with settings of their own");
    }
}
