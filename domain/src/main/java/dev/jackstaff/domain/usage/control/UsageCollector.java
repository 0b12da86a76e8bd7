package dev.jackstaff.domain.usage.control;

import dev.jackstaff.domain.snapshot.control.EdgeMailbox;
import dev.jackstaff.domain.usage.boundary.UsageRecorder;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one thread that brings usage from the data grid into the database: as it arrives, and every second to see whether any was
 * left behind. Batches are acknowledged once they are committed; what fails is tried again. Now and then it has old usage removed.
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
    UsageRetention retention;

    @Inject
    Clock clock;

    private final Semaphore signals = new Semaphore(0);
    private volatile boolean stopped;
    private boolean failing;
    private Instant nextCleanup = Instant.EPOCH;

    /** Begins to collect. Called once, when the database is ready. */
    public void start() {
        mailbox.listenForUsage(signals::release);
        Thread thread = threads.newThread(this::runLoop);
        thread.setName("jackstaff-usage");
        thread.start();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        signals.release();
    }

    private void runLoop() {
        while (!isStopped()) {
            collectAndClean();
            awaitSignal();
        }
    }

    private boolean isStopped() {
        return stopped || (Thread.currentThread() instanceof ManageableThread managed && managed.isShutdown());
    }

    private void collectAndClean() {
        try {
            collect();
            Instant now = clock.instant();
            if (now.isAfter(nextCleanup)) {
                retention.removeExpired();
                nextCleanup = now.plus(CLEANUP_INTERVAL);
            }
            failing = false;
        } catch (RuntimeException | Error failed) {
            LOG.log(failing ? Level.FINE : Level.WARNING, "usage cannot be taken; trying again every second", failed);
            failing = true;
        }
    }

    private void collect() {
        for (String key : mailbox.pendingBatches()) {
            byte[] document = mailbox.batch(key);
            if (document != null) {
                mailbox.acknowledge(key, store(key, document));
            }
        }
    }

    private boolean store(String key, byte[] document) {
        UsageBatch batch;
        try {
            batch = UsageBatchCodec.read(document);
        } catch (DocumentException unfit) {
            LOG.log(Level.WARNING, "The batch of usage " + key + " is refused.", unfit);
            return false;
        }
        boolean news = recorder.record(batch);
        LOG.log(Level.FINE, "The batch of usage {0} is {1}.", new Object[] {key, news ? "new" : "known"});
        return true;
    }

    private void awaitSignal() {
        try {
            boolean signalled = signals.tryAcquire(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            signals.drainPermits();
            LOG.log(Level.FINEST, "Looking for usage, told to: {0}.", signalled);
        } catch (InterruptedException notEnded) {
            LOG.log(Level.FINEST, "Looking for usage early.", notEnded);
        }
    }
}
