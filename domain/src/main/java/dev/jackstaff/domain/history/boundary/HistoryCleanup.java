package dev.jackstaff.domain.history.boundary;

import dev.jackstaff.domain.history.control.HistoryRetention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The use case of the hub itself: history that is too old is removed. */
@ApplicationScoped
@Transactional
public class HistoryCleanup {
    @Inject
    HistoryRetention retention;

    /** Removes expired history. */
    public void removeExpired() {
        retention.removeExpired();
    }
}
