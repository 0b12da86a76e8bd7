package dev.jackstaff.edge.fleet;

import dev.jackstaff.edge.identity.EdgeIdentity;
import dev.jackstaff.edge.metrics.Metrics;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.Upstreams;
import dev.jackstaff.edge.usage.UsageWork;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.Streams;
import dev.jackstaff.protocols.usage.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What this edge says of itself, put together from all that know a part of it. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class OwnStatus {
    private static final double SECOND = 1e9;

    @Inject
    EdgeIdentity identity;

    @Inject
    Upstreams upstreams;

    @Inject
    LiveEnvironments environments;

    @Inject
    Freshness freshness;

    @Inject
    Streams streams;

    @Inject
    Usage usage;

    @Inject
    UsageWork work;

    @Inject
    Metrics metrics;

    private long requestsBefore;
    private long measuredAt = System.nanoTime();

    /** Now. Called by one thread, now and then: the rate of requests is that since the last time. */
    EdgeStatus now() {
        Upstream upstream = upstreams.chosen();
        List<EdgeStatus.Environment> served = environments.environments().values().stream()
                .map(this::environment)
                .toList();
        return new EdgeStatus(
                identity.id(),
                identity.version(),
                identity.region(),
                identity.startedAt(),
                Instant.now(),
                new EdgeStatus.Link(upstream.kind(), upstream.address(), upstream.connected()),
                served,
                new EdgeStatus.Traffic(streams.connected(), applications(), rate()),
                new EdgeStatus.Unsent(
                        work.waitingBatches(),
                        work.waitingEvaluations(),
                        usage.dropped() + work.lost(),
                        usage.droppedReports()),
                List.of());
    }

    private EdgeStatus.Environment environment(ServedEnvironment environment) {
        return new EdgeStatus.Environment(
                environment.key(),
                environment.snapshot().environmentId(),
                environment.revision(),
                Fingerprint.of(environment),
                freshness.age(environment.key()).map(Duration::toMillis).orElse(-1L));
    }

    private int applications() {
        return (int) usage.counts().keySet().stream()
                .map(Usage.Counted::application)
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
    }

    private double rate() {
        long requests = metrics.requests();
        long now = System.nanoTime();
        double seconds = Math.max(1, now - measuredAt) / SECOND;
        double rate = (double) (requests - requestsBefore) / seconds;
        requestsBefore = requests;
        measuredAt = now;
        return Math.round(rate * 10) / 10.0;
    }
}
