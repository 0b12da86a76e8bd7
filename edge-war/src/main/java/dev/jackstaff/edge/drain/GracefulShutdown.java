package dev.jackstaff.edge.drain;

import dev.jackstaff.edge.server.HttpListenerOpener;
import dev.jackstaff.edge.server.PayaraKernel;
import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.usage.UsageForwarder;
import dev.jackstaff.protocols.environment.Readiness;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.stream.StreamPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The graceful shutdown of an edge: readiness ends, streams end, requests in flight are answered within a limit,
 * listeners close, and counted usage is sent.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class GracefulShutdown {
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);
    private static final Duration USAGE_LIMIT = Duration.ofSeconds(2);
    private static final int POLL_MILLIS = 50;
    private static final Logger LOG = Logger.getLogger(GracefulShutdown.class.getName());

    @Inject
    StreamPublisher streams;

    @Inject
    UsageForwarder usageForwarder;

    @Inject
    HttpListenerOpener listener;

    @Inject
    Readiness readiness;

    private final LongSupplier nanoTime;
    private final AtomicInteger inFlight = new AtomicInteger();
    private Duration grace = Duration.ZERO;
    private Duration limit = DEFAULT_LIMIT;

    /** A shutdown with the system's clock. */
    public GracefulShutdown() {
        this(System::nanoTime);
    }

    GracefulShutdown(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        EdgeSettings settings = EdgeSettings.configured();
        grace = settings.duration(EdgeSetting.SHUTDOWN_GRACE).orElse(Duration.ZERO);
        limit = settings.duration(EdgeSetting.SHUTDOWN_LIMIT).orElse(DEFAULT_LIMIT);
        PayaraKernel.beforeShutdown(this::drain);
    }

    /** Whether the shutdown has begun. */
    public boolean isDraining() {
        return readiness.isDraining();
    }

    void requestStarted() {
        inFlight.incrementAndGet();
    }

    void requestFinished() {
        inFlight.decrementAndGet();
    }

    private void drain() {
        readiness.drain();
        try {
            TimeUnit.MILLISECONDS.sleep(grace.toMillis());
            streams.drain();
            long end = nanoTime.getAsLong() + limit.toNanos();
            do {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS); // once more for answers that are written, but not sent yet
            } while (inFlight.get() + streams.subscriberCount() + listener.countArriving() > 0
                    && nanoTime.getAsLong() - end < 0);
            closeListeners();
            usageForwarder.flush(USAGE_LIMIT);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes the listeners. A late client gets no connection; it would otherwise get "no such flag" while the
     * application is removed.
     */
    private static void closeListeners() {
        try {
            PayaraKernel.runCommand(
                    "set",
                    PayaraKernel.LISTENER_PREFIX + "http-listener.enabled=false",
                    PayaraKernel.LISTENER_PREFIX + "https-listener.enabled=false");
        } catch (IllegalStateException refused) {
            LOG.log(Level.FINE, "The listeners could not be closed; the server closes them when it stops.", refused);
        }
    }
}
