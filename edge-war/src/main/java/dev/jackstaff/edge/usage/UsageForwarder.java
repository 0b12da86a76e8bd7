package dev.jackstaff.edge.usage;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.edge.identity.EdgeIdentity;
import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.settings.UpstreamKind;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.usage.UsageCounter;
import dev.jackstaff.protocols.usage.UsageIntake;
import dev.jackstaff.protocols.usage.UsageReceiver;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The forwarder of usage: one thread drains counts into the queue (at intervals, at each full hour, and at the end),
 * another sends the queue in order.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UsageForwarder implements UsageIntake {
    private static final int DEFAULT_INTERVAL_SECONDS = 10;
    private static final int DEFAULT_MAX_BYTES = 16 * 1_048_576;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final int FLUSH_POLL_MILLIS = 20;
    private static final Logger LOG = Logger.getLogger(UsageForwarder.class.getName());

    @Inject
    UsageCounter usageCounter;

    @Inject
    UsageReceiver receiver;

    @Inject
    EdgeIdentity identity;

    @Inject
    UpstreamErrors errors;

    @Inject
    Instance<UsageSender> senders;

    private final EdgeSettings settings = EdgeSettings.configured();
    private final Clock clock;
    private final LongSupplier nanoTime;
    private Duration interval = Duration.ofSeconds(DEFAULT_INTERVAL_SECONDS);
    private UsageQueue queue;
    private UsageBatcher batcher;
    private Optional<UsageSender> sender = Optional.empty();
    private @Nullable BackgroundLoop drainThread;
    private Optional<BackgroundLoop> sendThread = Optional.empty();
    private Instant countingSince;

    /** A forwarder with the system's clocks. */
    public UsageForwarder() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    UsageForwarder(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        String kind = UpstreamKind.of(settings).key();
        int limit = settings.number(EdgeSetting.USAGE_LIMIT, DEFAULT_MAX_BYTES);
        interval =
                Duration.ofSeconds(Math.max(1, settings.number(EdgeSetting.USAGE_INTERVAL, DEFAULT_INTERVAL_SECONDS)));
        sender = senders.stream()
                .filter(candidate -> candidate.kind().equals(kind) && candidate.acceptsUsage())
                .findFirst();
        queue = new UsageQueue(identity.dataDirectory().map(data -> data.resolve("usage")), limit);
        batcher = new UsageBatcher(identity.id(), new BatchSequence(identity.dataDirectory(), clock));
        countingSince = clock.instant();
        receiver.setIntake(this);
        drainThread = new BackgroundLoop("jackstaff-usage-count", "Counting usage", this::runDrainLoop)
                .start(untilNextDrain());
        sendThread = sender.map(target -> new UsageDispatcher(queue, target, errors, nanoTime))
                .map(sender -> new BackgroundLoop("jackstaff-usage-send", "Sending usage", sender::send).start());
    }

    /** Stops the forwarder; called when no request is served any more. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        shutDown();
    }

    /**
     * Stops both threads. Only sending is interrupted: the draining thread may be writing a file, and ends by itself.
     */
    @PreDestroy
    void shutDown() {
        BackgroundLoop counter = drainThread;
        if (counter == null) {
            return;
        }
        drainThread = null;
        sendThread.ifPresent(loop -> loop.interrupt(STOP_LIMIT));
        counter.stop(STOP_LIMIT);
        drain();
        LOG.log(Level.INFO, "Usage batches still unsent: {0}.", queue.size());
    }

    /** Drains the counts, and waits up to a limit until the queue is sent. */
    public void flush(Duration limit) throws InterruptedException {
        drain();
        long end = nanoTime.getAsLong() + limit.toNanos();
        while (sender.isPresent() && queue.size() > 0 && nanoTime.getAsLong() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(FLUSH_POLL_MILLIS);
        }
    }

    /** The number of queued batches. */
    public int queuedBatches() {
        return queue.size();
    }

    /** The number of queued evaluations. */
    public long queuedEvaluations() {
        return queue.evaluationCount();
    }

    /** The number of evaluations dropped unsent since the start of this process. */
    public long lostEvaluations() {
        return queue.lostCount();
    }

    @Override
    public IntakeResult store(UsageBatch batch, byte[] document) {
        boolean kept = sender.isEmpty() || queue.offer(document, batch.evaluations());
        return kept ? IntakeResult.STORED : IntakeResult.RETRY_LATER;
    }

    private Duration runDrainLoop() {
        drain();
        return untilNextDrain();
    }

    /** The delay until the next drain: the interval, or less if the hour ends earlier. */
    private Duration untilNextDrain() {
        Instant now = clock.instant();
        Instant hourEnds = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        Duration untilHourEnds = Duration.between(now, hourEnds);
        return untilHourEnds.compareTo(interval) < 0 ? untilHourEnds : interval;
    }

    /** Drains the counts into the queue, under the hour of the last drain. */
    private synchronized void drain() {
        try {
            Instant now = clock.instant();
            UsageCounter.UsageDelta drained = usageCounter.drain();
            if (sender.isPresent()) {
                for (UsageBatch batch : batcher.toBatches(drained, countingSince, queue.drainLostCount(), now)) {
                    queue.add(UsageBatchCodec.write(batch), batch.evaluations());
                }
            }
            countingSince = now;
        } catch (RuntimeException unforeseen) {
            LOG.log(Level.SEVERE, "Usage could not be queued.", unforeseen);
        }
    }
}
