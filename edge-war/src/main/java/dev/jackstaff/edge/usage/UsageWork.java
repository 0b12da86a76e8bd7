package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.identity.EdgeIdentity;
import dev.jackstaff.edge.retry.Backoff;
import dev.jackstaff.edge.retry.Outage;
import dev.jackstaff.edge.thread.Daemon;
import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.usage.UsageQueue.Waiting;
import dev.jackstaff.edge.usage.UsageUpstream.Delivery;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageDocument;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.usage.Usage;
import dev.jackstaff.protocols.usage.UsageIntake;
import dev.jackstaff.protocols.usage.UsageReception;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The two threads that bring usage upstream: one drains the counts into the queue, every few seconds, at the end of each hour,
 * and when the edge stops; the other sends what is in the queue, in order, until it is taken.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UsageWork implements UsageIntake {
    private static final int USUAL_INTERVAL = 10;
    private static final int USUAL_LIMIT = 16 * 1_048_576;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final int FLUSH_LOOK_MILLIS = 20;
    private static final Logger LOG = Logger.getLogger(UsageWork.class.getName());

    @Inject
    Usage usage;

    @Inject
    UsageReception reception;

    @Inject
    EdgeIdentity identity;

    @Inject
    Failures failures;

    @Inject
    Instance<UsageUpstream> kinds;

    private final EdgeSettings settings = EdgeSettings.configured();
    private final Clock clock = Clock.systemUTC();
    private final Outage delivering = new Outage(LOG, "Sending usage");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Duration interval = Duration.ofSeconds(USUAL_INTERVAL);
    private UsageQueue queue;
    private Batches batches;
    private Optional<UsageUpstream> upstream = Optional.empty();
    private @Nullable Thread counting;
    private @Nullable Thread sending;
    private Instant begun;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        String kind = settings.text(EdgeSetting.UPSTREAM_KIND).orElse("grid");
        int limit = settings.number(EdgeSetting.USAGE_LIMIT, USUAL_LIMIT);
        interval = Duration.ofSeconds(Math.max(1, settings.number(EdgeSetting.USAGE_INTERVAL, USUAL_INTERVAL)));
        upstream = kinds.stream()
                .filter(known -> known.kind().equals(kind) && known.takes())
                .findFirst();
        queue = new UsageQueue(identity.directory().map(data -> data.resolve("usage")), limit);
        batches = new Batches(identity.id(), new Sequence(identity.directory(), clock));
        begun = clock.instant();
        reception.handTo(this);
        counting = Daemon.started("jackstaff-usage-count", this::count);
        if (upstream.isPresent()) {
            sending = Daemon.started("jackstaff-usage-send", this::send);
        }
    }

    /** By now no request is served any more. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        end();
    }

    @PreDestroy
    void end() {
        if (stopped.getCount() == 0 || counting == null) {
            return;
        }
        stopped.countDown();
        ended(counting);
        ended(sending);
        drain();
        LOG.log(Level.INFO, "Usage that waits to be sent: {0} batches.", queue.size());
    }

    /** Takes what was counted so far, and waits a while for it to be sent. */
    public void flush(Duration limit) throws InterruptedException {
        drain();
        long end = System.nanoTime() + limit.toNanos();
        while (upstream.isPresent() && queue.size() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(FLUSH_LOOK_MILLIS);
        }
    }

    private static void ended(@Nullable Thread thread) {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(STOP_LIMIT.toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How much waits to be sent. */
    public int waitingBatches() {
        return queue.size();
    }

    /** How many evaluations wait to be told of. */
    public long waitingEvaluations() {
        return queue.evaluations();
    }

    /** How many evaluations were thrown away unsent since the start of this process. */
    public long lost() {
        return queue.lost();
    }

    @Override
    public Outcome take(UsageBatch batch, byte[] document) {
        boolean kept = upstream.isEmpty() || queue.offer(document, batch.evaluations());
        return kept ? Outcome.TAKEN : Outcome.LATER;
    }

    private void count() {
        while (!over(untilNextDraining())) {
            drain();
        }
    }

    /** An interval, or less where the hour ends before. */
    private Duration untilNextDraining() {
        Instant now = clock.instant();
        Instant hourEnds = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        Duration rest = Duration.between(now, hourEnds);
        return rest.compareTo(interval) < 0 ? rest : interval;
    }

    /** What was counted since the last draining belongs to the hour in which that was. */
    private synchronized void drain() {
        try {
            Instant now = clock.instant();
            Usage.Drained drained = usage.drain();
            if (upstream.isPresent()) {
                for (UsageBatch batch : batches.of(drained, begun, queue.takeLost(), now)) {
                    queue.add(UsageDocument.write(batch), batch.evaluations());
                }
            }
            begun = now;
        } catch (RuntimeException unforeseen) {
            LOG.log(Level.SEVERE, "Usage was not put into the queue.", unforeseen);
        }
    }

    private void send() {
        Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT);
        while (stopped.getCount() > 0) {
            Waiting first = queue.first();
            if (first == null) {
                over(LOOK);
                continue;
            }
            switch (delivery(first)) {
                case TAKEN -> {
                    queue.remove(first);
                    backoff.reset();
                    delivering.ended();
                }
                case REFUSED -> {
                    failures.count(Failures.Kind.USAGE);
                    queue.lose(first);
                }
                case LATER -> {
                    failures.count(Failures.Kind.USAGE);
                    over(backoff.next());
                }
            }
        }
    }

    private Delivery delivery(Waiting first) {
        try {
            byte[] document = queue.read(first);
            return upstream.orElseThrow().deliver(UsageDocument.read(document), document);
        } catch (InterruptedException ending) {
            return Delivery.LATER;
        } catch (DocumentException | IOException broken) {
            LOG.log(Level.SEVERE, "A batch of usage cannot be read.", broken);
            return Delivery.REFUSED;
        } catch (RuntimeException unavailable) {
            delivering.began("it is kept", unavailable);
            return Delivery.LATER;
        }
    }

    /** Waits; true where the edge stops. */
    private boolean over(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            return true;
        }
    }
}
