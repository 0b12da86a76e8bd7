package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.project.control.EnvironmentDeletion;
import dev.jackstaff.domain.project.control.Losses;
import dev.jackstaff.domain.project.control.ProjectDeletion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** The observer of deletions on behalf of keys, whose secrets nobody could make again. */
@ApplicationScoped
public class AccessEventObserver {
    @Inject
    AccessStore store;

    @Inject
    Clock clock;

    void addLosses(@Observes ProjectDeletion deletion) {
        add(store.countKeysOfProject(deletion.project().id(), clock.instant()), deletion.losses());
    }

    void addLosses(@Observes EnvironmentDeletion deletion) {
        add(store.countKeysOfEnvironment(deletion.environment().id(), clock.instant()), deletion.losses());
    }

    private static void add(long keys, Losses losses) {
        losses.add(keys, "key", "keys");
    }
}
