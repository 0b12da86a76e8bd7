package dev.jackstaff.edge.fleet;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.identity.EdgeIdentity;
import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.settings.UpstreamKind;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.grid.GridMaps;
import dev.jackstaff.edge.usage.UpstreamPostClient;
import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.EdgeStatusCodec;
import dev.jackstaff.grid.GridNames;
import dev.jackstaff.protocols.fleet.FleetIntake;
import dev.jackstaff.protocols.fleet.FleetReceiver;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * The reporter of edge status: sends the status of this edge and of those below it to the hub every 5 seconds. Failed
 * reports are not stored; the next one supersedes them.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class EdgeStatusReporter implements FleetIntake {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);
    private static final int MAX_EDGES = 1_000;
    private static final int MAX_PER_REQUEST = 50;
    private static final Logger LOG = Logger.getLogger(EdgeStatusReporter.class.getName());

    @Inject
    FleetReceiver receiver;

    @Inject
    EdgeStatusProvider statusProvider;

    @Inject
    EdgeIdentity identity;

    @Inject
    UpstreamErrors errors;

    @Inject
    GridMaps grid;

    @Inject
    UpstreamPostClient http;

    private final EdgeSettings settings = EdgeSettings.configured();
    private final UpstreamKind kind = UpstreamKind.of(settings);
    private final String key = settings.text(EdgeSetting.UPSTREAM_KEY).orElse("");
    private final Map<String, ReceivedStatus> downstream = new ConcurrentHashMap<>();
    private final BackgroundLoop loop =
            new BackgroundLoop("jackstaff-status", "Reporting edge status to the hub", this::report);
    private final Outage outage = new Outage(LOG, "Reporting edge status to the hub");

    /** The last status of an edge below. */
    private record ReceivedStatus(EdgeStatus status, Instant receivedAt) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        receiver.setIntake(this);
        if (kind == UpstreamKind.GRID || kind == UpstreamKind.HTTP) {
            loop.start(INTERVAL);
        }
    }

    @PreDestroy
    void stop() {
        loop.interrupt(STOP_LIMIT);
    }

    /** Stores statuses of edges below; those that came through a cycle or over too many hops are dropped. */
    @Override
    public boolean accept(List<EdgeStatus> statuses) {
        Instant now = Instant.now();
        downstream
                .values()
                .removeIf(received -> received.receivedAt().plus(TIME_TO_LIVE).isBefore(now));
        for (EdgeStatus status : statuses) {
            boolean cycle = status.id().equals(identity.id()) || status.via().contains(identity.id());
            boolean tooFar = status.via().size() >= EdgeStatus.MAX_HOPS;
            if (!cycle && !tooFar && (downstream.size() < MAX_EDGES || downstream.containsKey(status.id()))) {
                downstream.put(status.id(), new ReceivedStatus(status.relayedBy(identity.id()), now));
            }
        }
        return true;
    }

    private Duration report() throws InterruptedException {
        try {
            send(statuses());
            outage.recordSuccess();
        } catch (RuntimeException unavailable) {
            errors.record(UpstreamErrors.ErrorKind.STATUS);
            outage.recordFailure("this report is skipped, the next one follows", unavailable);
        }
        return INTERVAL;
    }

    private List<EdgeStatus> statuses() {
        Instant oldest = Instant.now().minus(TIME_TO_LIVE);
        List<EdgeStatus> statuses = new ArrayList<>();
        statuses.add(statusProvider.measure());
        downstream.values().stream()
                .filter(received -> received.receivedAt().isAfter(oldest))
                .map(ReceivedStatus::status)
                .forEach(statuses::add);
        return statuses;
    }

    private void send(List<EdgeStatus> statuses) throws InterruptedException {
        if (kind == UpstreamKind.GRID) {
            for (EdgeStatus status : statuses) {
                if (!grid.put(GridNames.EDGES, status.id(), EdgeStatusCodec.write(status), TIME_TO_LIVE)) {
                    throw new IllegalStateException("no hub is in the data grid");
                }
            }
            return;
        }
        for (int from = 0; from < statuses.size(); from += MAX_PER_REQUEST) {
            byte[] body = toJsonArray(statuses.subList(from, Math.min(statuses.size(), from + MAX_PER_REQUEST)));
            DeliveryResult delivery =
                    http.post(http.baseUrl() + "/api/v1/sync/status", Map.of(HeaderNames.API_KEY, key), body);
            if (!delivery.equals(DeliveryResult.ACCEPTED)) {
                throw new IllegalStateException("the upstream refuses edge status reports");
            }
        }
    }

    private static byte[] toJsonArray(List<EdgeStatus> statuses) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write('[');
        for (int i = 0; i < statuses.size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(EdgeStatusCodec.write(statuses.get(i)));
        }
        bytes.write(']');
        return bytes.toByteArray();
    }
}
