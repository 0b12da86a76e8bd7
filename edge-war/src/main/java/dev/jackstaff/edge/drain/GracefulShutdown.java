package dev.jackstaff.edge.drain;

import dev.jackstaff.edge.server.PayaraKernel;
import dev.jackstaff.edge.usage.UsageForwarder;
import dev.jackstaff.protocols.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.stream.StreamPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What happens between the word to stop and the stop: the edge is not ready any more but answers on for a while, so that
 * balancers see it; streams end; requests under way are answered, within a limit; the listeners close; and what was counted is
 * sent.
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

    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean draining;
    private Duration grace = Duration.ZERO;
    private Duration limit = DEFAULT_LIMIT;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        EdgeSettings settings = EdgeSettings.configured();
        grace = settings.duration(EdgeSetting.SHUTDOWN_GRACE).orElse(Duration.ZERO);
        limit = settings.duration(EdgeSetting.SHUTDOWN_LIMIT).orElse(DEFAULT_LIMIT);
        PayaraKernel.beforeShutdown(this::drain);
    }

    /** Whether the edge was told to stop. */
    public boolean isDraining() {
        return draining;
    }

    void requestStarted() {
        inFlight.incrementAndGet();
    }

    void requestFinished() {
        inFlight.decrementAndGet();
    }

    private void drain() {
        draining = true;
        try {
            TimeUnit.MILLISECONDS.sleep(grace.toMillis());
            streams.drain();
            long end = System.nanoTime() + limit.toNanos();
            do {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS); // also for what was answered, but is not sent yet
            } while (inFlight.get() + streams.subscriberCount() > 0 && System.nanoTime() < end);
            closeListeners();
            usageForwarder.flush(USAGE_LIMIT);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who comes now is not let in, rather than told that there is no such flag while the application is being taken away. */
    private static void closeListeners() {
        try {
            PayaraKernel.runCommand(
                    "set",
                    PayaraKernel.LISTENER_PREFIX + "http-listener.enabled=false",
                    PayaraKernel.LISTENER_PREFIX + "https-listener.enabled=false");
        } catch (IllegalStateException refused) {
            LOG.log(Level.FINE, "The listeners stay open until the server closes them.", refused);
        }
    }
}
