package dev.jackstaff.domain.flag.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.control.EnvironmentCreated;
import dev.jackstaff.domain.project.control.ProjectDeletion;
import dev.jackstaff.domain.segment.control.SegmentDeletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The observers of project, environment and segment events on behalf of flags: they create states, or refuse a deletion. */
@ApplicationScoped
public class FlagEventObserver {
    @Inject
    FlagStore flags;

    @Inject
    SegmentReferences references;

    @Inject
    Clock clock;

    /** Creates the states of all flags in a new environment: off. */
    void createStates(@Observes EnvironmentCreated created) {
        for (Flag flag : flags.all(created.environment().projectId())) {
            flags.add(new FlagState(flag, created.environment(), clock.instant()));
        }
    }

    void refuseDeletion(@Observes ProjectDeletion deletion) {
        long count = flags.count(deletion.project());
        if (count > 0) {
            throw new DomainException.Conflict("project \"" + deletion.project().key() + "\" has " + count
                    + (count == 1 ? " flag" : " flags") + "; delete the project with force to delete them too");
        }
    }

    void refuseDeletion(@Observes SegmentDeletion deletion) {
        List<String> users =
                references.flagsUsing(deletion.project(), deletion.segment().key());
        if (!users.isEmpty()) {
            throw new DomainException.Conflict(
                    "segment \"" + deletion.segment().key() + "\" is used by the flags " + String.join(", ", users));
        }
    }
}
