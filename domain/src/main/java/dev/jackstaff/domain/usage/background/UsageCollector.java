package dev.jackstaff.domain.usage.background;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.domain.snapshot.control.EdgeMailbox;
import dev.jackstaff.domain.usage.boundary.UsageRecorder;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The background loop that stores usage batches from the data grid: as they arrive, and every second for what was left
 * behind. Batches are acknowledged once they are committed; what fails is tried again. From time to time it also
 * removes expired usage.
 */
@ApplicationScoped
public class UsageCollector {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLEANUP_INTERVAL = Duration.ofMinutes(10);
    private static final Logger LOG = Logger.getLogger(UsageCollector.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedThreadFactory threads;

    @Inject
    EdgeMailbox mailbox;

    @Inject
    UsageRecorder recorder;

    @Inject
    Clock clock;

    private final BackgroundLoop loop =
            BackgroundLoop.every(POLL_INTERVAL, "jackstaff-usage", "Storing usage of edges", this::collectAndSweep);
    private Instant nextCleanup = Instant.EPOCH;

    /** Starts the loop. Called once, when the database is ready. */
    public void start() {
        mailbox.listenForUsage(loop::wake);
        loop.start(threads);
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    private void collectAndSweep() {
        collect();
        Instant now = clock.instant();
        if (now.isAfter(nextCleanup)) {
            recorder.removeExpired();
            nextCleanup = now.plus(CLEANUP_INTERVAL);
        }
    }

    private void collect() {
        for (String key : mailbox.pendingBatches()) {
            mailbox.batch(key).ifPresent(document -> mailbox.acknowledge(key, store(key, document)));
        }
    }

    private boolean store(String key, byte[] document) {
        UsageBatch batch;
        try {
            batch = UsageBatchCodec.read(document);
        } catch (DocumentException malformed) {
            LOG.log(Level.WARNING, "Usage batch " + key + " is invalid and refused.", malformed);
            return false;
        }
        boolean isNew = recorder.record(batch);
        LOG.log(Level.FINE, "Usage batch {0}: {1}.", new Object[] {key, isNew ? "stored" : "a duplicate"});
        return true;
    }
}
