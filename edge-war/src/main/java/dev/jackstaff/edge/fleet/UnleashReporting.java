package dev.jackstaff.edge.fleet;

import dev.jackstaff.edge.upstream.Upstreams;
import dev.jackstaff.edge.upstream.Worker;
import dev.jackstaff.edge.usage.UpstreamHttp;
import dev.jackstaff.edge.usage.UsageUpstream.Delivery;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.Streams;
import dev.jackstaff.protocols.unleash.http.Instances;
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
import org.jspecify.annotations.Nullable;

/**
 * Tells an Unleash server upstream of this edge and of those below it, as its own edges do: every minute, and less and less often
 * where it does not want to know. What does not get through is not kept: the next report says more.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UnleashReporting {
    private static final String PATH = "/api/client/metrics/edge";
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int MOST_FAILURES = 10;
    private static final Logger LOG = Logger.getLogger(UnleashReporting.class.getName());

    @Inject
    Instances instances;

    @Inject
    LiveEnvironments environments;

    @Inject
    Upstreams upstreams;

    @Inject
    Streams streams;

    @Inject
    UpstreamHttp http;

    private @Nullable Worker worker;
    private int failures;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        if (EdgeSettings.configured().text(EdgeSetting.UPSTREAM_KIND).orElse("").equals("unleash")) {
            Worker started = new Worker("jackstaff-instances", 1);
            worker = started;
            started.after(LOOK, () -> round(started));
        }
    }

    @PreDestroy
    void stop() {
        if (worker != null) {
            worker.stop();
        }
    }

    private void round(Worker again) {
        Optional<String> token = token();
        if (token.isEmpty()) {
            again.after(LOOK, () -> round(again));
            return;
        }
        failures = told(token.get()) ? 0 : Math.min(MOST_FAILURES, failures + 1);
        again.about(INTERVAL.multipliedBy(1L + failures), () -> round(again));
    }

    /** Any token of what is served here: a server knows all edges below it by one report of each. */
    private Optional<String> token() {
        return environments.environments().keySet().stream()
                .sorted()
                .flatMap(environment -> upstreams.chosen().key(environment).stream())
                .findFirst();
    }

    private boolean told(String token) {
        List<Snapshot> served = environments.environments().values().stream()
                .map(ServedEnvironment::snapshot)
                .sorted(Comparator.comparing(Snapshot::key))
                .toList();
        byte[] report = instances.report(served, streams.connected());
        try {
            return http.post(upstreams.chosen().address() + PATH, Map.of(http.tokenHeader(), token), report)
                    == Delivery.TAKEN;
        } catch (InterruptedException ending) {
            return true;
        } catch (RuntimeException unavailable) {
            LOG.log(
                    failures == 0 ? Level.INFO : Level.FINE,
                    "The upstream does not take what edges tell of themselves; it is told less often: {0}",
                    unavailable.toString());
            return false;
        }
    }
}
