package dev.jackstaff.api.usage;

import dev.jackstaff.domain.usage.boundary.UsageRecorder;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The recorder of this hub's own evaluations, which flushes every few seconds and at shutdown. */
@ApplicationScoped
public class HubUsageRecorder {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(HubUsageRecorder.class.getName());

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedScheduledExecutorService executor;

    @Inject
    UsageCounter usage;

    @Inject
    UsageRecorder recorder;

    @Inject
    Clock clock;

    /** The id of this run; unflushed counts are lost when it ends. */
    private final String id = "hub-" + UUID.randomUUID();

    private long sequence;
    private @Nullable UsageBatch pending;
    private @Nullable ScheduledFuture<?> schedule;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        schedule = executor.scheduleWithFixedDelay(
                this::flush, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        flush();
    }

    @PreDestroy
    void cancel() {
        if (schedule != null) {
            boolean ended = schedule.cancel(false);
            LOG.log(Level.FINE, "The recording of this hub's own usage has ended: {0}.", ended);
        }
    }

    /**
     * Stores the pending counts. Never throws, since the schedule would end; a batch that failed is stored first the
     * next time.
     */
    private synchronized void flush() {
        try {
            if (pending == null) {
                pending = drain();
            }
            if (pending != null) {
                boolean isNew = recorder.record(pending);
                LOG.log(Level.FINE, "This hub's own usage is stored; new: {0}.", isNew);
                pending = null;
            }
        } catch (RuntimeException | Error unavailable) {
            LOG.log(Level.FINE, "This hub's own usage cannot be stored yet.", unavailable);
        }
    }

    private @Nullable UsageBatch drain() {
        Instant now = clock.instant();
        UsageCounter.UsageDelta drained = usage.drain();
        List<UsageEntry> entries = drained.counts().entrySet().stream()
                .map(count -> count.getKey().toEntry(now, count.getValue()))
                .toList();
        return entries.isEmpty() && drained.dropped() == 0
                ? null
                : new UsageBatch(id, sequence++, now, drained.dropped(), entries, List.of());
    }
}
