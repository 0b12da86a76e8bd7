package dev.jackstaff.edge.fleet;

import dev.jackstaff.edge.identity.EdgeIdentity;
import dev.jackstaff.edge.metrics.EdgeMetrics;
import dev.jackstaff.edge.upstream.HeapBudget;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.edge.usage.UsageForwarder;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.usage.EvaluationCount;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.stream.StreamPublisher;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The provider of this edge's own status. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
class EdgeStatusProvider {
    private static final double SECOND = 1e9;

    @Inject
    EdgeIdentity identity;

    @Inject
    UpstreamSelector upstreamSelector;

    @Inject
    LiveEnvironments environments;

    @Inject
    Freshness freshness;

    @Inject
    HeapBudget budget;

    @Inject
    StreamPublisher streams;

    @Inject
    UsageCounter usageCounter;

    @Inject
    UsageForwarder usageForwarder;

    @Inject
    EdgeMetrics metrics;

    private final DropAge dropAge = new DropAge();
    private long previousRequestCount;
    private long measuredAt = System.nanoTime();

    /** The current status. The request rate is that since the last call; for one thread. */
    EdgeStatus measure() {
        Upstream upstream = upstreamSelector.selected();
        List<EdgeStatus.EnvironmentStatus> served = environments.environments().values().stream()
                .map(this::environment)
                .toList();
        return new EdgeStatus(
                identity.id(),
                identity.version(),
                identity.region(),
                identity.startedAt(),
                Instant.now(),
                new EdgeStatus.UpstreamLink(upstream.kind(), upstream.address(), upstream.connected()),
                served,
                new EdgeStatus.Traffic(streams.subscriberCount(), applicationCount(), requestRate()),
                backlog(),
                budget.refusals(),
                List.of());
    }

    private EdgeStatus.UsageBacklog backlog() {
        long dropped = EvaluationCount.sum(usageCounter.dropped(), usageForwarder.lostEvaluations());
        return new EdgeStatus.UsageBacklog(
                usageForwarder.queuedBatches(),
                usageForwarder.queuedEvaluations(),
                dropped,
                usageCounter.droppedReports(),
                dropAge.millis(dropped, System.nanoTime()));
    }

    private EdgeStatus.EnvironmentStatus environment(ServedEnvironment environment) {
        return new EdgeStatus.EnvironmentStatus(
                environment.key(),
                environment.snapshot().environmentId(),
                environment.revision(),
                SnapshotFingerprint.of(environment),
                freshness.age(environment.key()).map(Duration::toMillis).orElse(-1L));
    }

    private int applicationCount() {
        return (int) usageCounter.counts().keySet().stream()
                .map(UsageCounter.CounterKey::application)
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
    }

    private double requestRate() {
        long requests = metrics.requestCount();
        long now = System.nanoTime();
        double seconds = Math.max(1, now - measuredAt) / SECOND;
        double rate = (double) (requests - previousRequestCount) / seconds;
        previousRequestCount = requests;
        measuredAt = now;
        return Math.round(rate * 10) / 10.0;
    }
}
