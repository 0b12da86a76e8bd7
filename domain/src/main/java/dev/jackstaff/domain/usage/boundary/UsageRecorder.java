package dev.jackstaff.domain.usage.boundary;

import dev.jackstaff.domain.usage.control.UsageRetention;
import dev.jackstaff.domain.usage.control.UsageStore;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What edges counted. Needs no role: whoever calls this has seen the edge's key, or is the data grid's own. */
@ApplicationScoped
@Transactional
public class UsageRecorder {
    @Inject
    UsageStore store;

    @Inject
    UsageRetention retention;

    @Inject
    Clock clock;

    /**
     * Adds a batch to what is known, in one transaction, unless it was added before. What it says of flags and environments that
     * are not there is left out, and so is what is older than what is kept.
     *
     * @param batch of what the edge may speak of
     * @return whether it was new
     */
    public boolean record(UsageBatch batch) {
        Instant now = clock.instant();
        Instant oldest = retention.oldestKept(now);
        if (!store.recordBatch(batch, now)) {
            return false;
        }
        List<UsageEntry> entries = batch.entries().stream()
                .filter(entry -> entry.hour().isAfter(oldest))
                .toList();
        store.addCounts(entries, now);
        return true;
    }

    /** Removes what is older than what is kept; nothing where another hub does so at this moment. */
    public void removeExpired() {
        retention.removeExpired();
    }
}
