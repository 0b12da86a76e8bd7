package dev.jackstaff.edge.fleet;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.edge.retry.Jitter;
import dev.jackstaff.edge.settings.UpstreamKind;
import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.edge.usage.UpstreamPostClient;
import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.stream.StreamPublisher;
import dev.jackstaff.protocols.unleash.http.UnleashEdgeInstances;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The reporter of this edge and those below it to an Unleash server: every minute, less often after failures. Failed
 * reports are not stored; the next one supersedes them.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UnleashInstanceReporter {
    private static final String PATH = "/api/client/metrics/edge";
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);
    private static final int MAX_FAILURES = 10;
    private static final Logger LOG = Logger.getLogger(UnleashInstanceReporter.class.getName());

    @Inject
    UnleashEdgeInstances instances;

    @Inject
    LiveEnvironments environments;

    @Inject
    UpstreamSelector upstreamSelector;

    @Inject
    StreamPublisher streams;

    @Inject
    UpstreamPostClient http;

    private final BackgroundLoop loop =
            new BackgroundLoop("jackstaff-instances", "Reporting edge instances", this::report);
    private int consecutiveFailures;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        if (UpstreamKind.of(EdgeSettings.configured()) == UpstreamKind.UNLEASH) {
            loop.start(FIRST_DELAY);
        }
    }

    @PreDestroy
    void stop() {
        loop.interrupt(STOP_LIMIT);
    }

    private Duration report() throws InterruptedException {
        Optional<String> token = token();
        if (token.isEmpty()) {
            return FIRST_DELAY;
        }
        consecutiveFailures = report(token.get()) ? 0 : Math.min(MAX_FAILURES, consecutiveFailures + 1);
        return Jitter.of(INTERVAL.multipliedBy(1L + consecutiveFailures));
    }

    /** The token of any served environment: the server needs one report of each edge only. */
    private Optional<String> token() {
        return environments.environments().keySet().stream()
                .sorted()
                .flatMap(environment -> upstreamSelector.selected().usageKey(environment).stream())
                .findFirst();
    }

    private boolean report(String token) throws InterruptedException {
        List<Snapshot> served = environments.environments().values().stream()
                .map(ServedEnvironment::snapshot)
                .sorted(Comparator.comparing(Snapshot::key))
                .toList();
        byte[] report = instances.report(served, streams.subscriberCount());
        try {
            return http.post(upstreamSelector.selected().address() + PATH, Map.of(http.tokenHeader(), token), report)
                    .equals(DeliveryResult.ACCEPTED);
        } catch (RuntimeException unavailable) {
            LOG.log(
                    consecutiveFailures == 0 ? Level.INFO : Level.FINE,
                    "The upstream refuses edge instance reports; they are sent less often: {0}",
                    unavailable.toString());
            return false;
        }
    }
}
