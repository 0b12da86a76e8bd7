package dev.jackstaff.domain.draft.boundary;

import dev.jackstaff.domain.draft.control.DraftStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** The use case of the hub itself: drafts that nobody edits any more are removed. */
@ApplicationScoped
@Transactional
public class DraftCleanup {
    /** How long a draft is kept after its last edit. */
    public static final Duration RETENTION = Duration.ofDays(30);

    @Inject
    DraftStore store;

    @Inject
    Clock clock;

    /** Removes expired drafts. */
    public void removeExpired() {
        store.removeOlder(clock.instant().minus(RETENTION));
    }
}
