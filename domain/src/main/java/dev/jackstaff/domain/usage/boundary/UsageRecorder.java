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

/**
 * The recorder of usage batches from edges. Needs no role: the caller has checked the edge's key, or reads the data
 * grid.
 */
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
     * Stores a batch in one transaction, unless it was stored before. Counts of environments that do not exist
     * are left out, and so are those older than the retention period.
     *
     * @param batch the counts, only of environments that the edge may report
     * @return false if it was stored before
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

    /** Removes usage older than the retention period; does nothing while another hub does. */
    public void removeExpired() {
        retention.removeExpired();
    }
}
