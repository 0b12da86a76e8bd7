package dev.jackstaff.edge.fleet;

import dev.jackstaff.edge.identity.EdgeIdentity;
import dev.jackstaff.edge.retry.Outage;
import dev.jackstaff.edge.thread.Daemon;
import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.grid.GridMaps;
import dev.jackstaff.edge.usage.UpstreamHttp;
import dev.jackstaff.edge.usage.UsageUpstream.Delivery;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.StatusDocument;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.fleet.FleetIntake;
import dev.jackstaff.protocols.fleet.FleetReception;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The thread that tells the hub of this edge and of those below it, every few seconds. What does not get through is not kept:
 * the next status says more.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class Reporting implements FleetIntake {
    private static final String STATUSES = "jackstaff.edges";
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int MOST = 1_000;
    private static final int AT_ONCE = 50;
    private static final Logger LOG = Logger.getLogger(Reporting.class.getName());

    @Inject
    FleetReception reception;

    @Inject
    OwnStatus own;

    @Inject
    EdgeIdentity identity;

    @Inject
    Failures failures;

    @Inject
    GridMaps grid;

    @Inject
    UpstreamHttp http;

    private final EdgeSettings settings = EdgeSettings.configured();
    private final String kind = settings.text(EdgeSetting.UPSTREAM_KIND).orElse("grid");
    private final String key = settings.text(EdgeSetting.UPSTREAM_KEY).orElse("");
    private final Map<String, Heard> below = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Outage telling = new Outage(LOG, "Telling the hub of this edge");

    /** What an edge below said last. */
    private record Heard(EdgeStatus status, Instant at) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        reception.handTo(this);
        if (kind.equals("grid") || kind.equals("http")) {
            Daemon.started("jackstaff-status", this::work);
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    /** Keeps what edges below say; what has gone in a circle, or too far, is passed over. */
    @Override
    public boolean take(List<EdgeStatus> statuses) {
        Instant now = Instant.now();
        below.values().removeIf(heard -> heard.at().plus(LIFE).isBefore(now));
        for (EdgeStatus status : statuses) {
            boolean circle = status.id().equals(identity.id()) || status.via().contains(identity.id());
            boolean far = status.via().size() >= EdgeStatus.LONGEST_WAY;
            if (!circle && !far && (below.size() < MOST || below.containsKey(status.id()))) {
                below.put(status.id(), new Heard(status.handedOnBy(identity.id()), now));
            }
        }
        return true;
    }

    private void work() {
        try {
            while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException ending) {
            LOG.log(Level.FINE, "No longer telling of this edge.", ending);
        }
    }

    private void round() throws InterruptedException {
        try {
            send(statuses());
            telling.ended();
        } catch (RuntimeException unavailable) {
            failures.count(Failures.Kind.STATUS);
            telling.began("what it is told later is newer", unavailable);
        }
    }

    private List<EdgeStatus> statuses() {
        Instant oldest = Instant.now().minus(LIFE);
        List<EdgeStatus> statuses = new ArrayList<>();
        statuses.add(own.now());
        below.values().stream()
                .filter(heard -> heard.at().isAfter(oldest))
                .map(Heard::status)
                .forEach(statuses::add);
        return statuses;
    }

    private void send(List<EdgeStatus> statuses) throws InterruptedException {
        if (kind.equals("grid")) {
            for (EdgeStatus status : statuses) {
                if (!grid.put(STATUSES, status.id(), StatusDocument.write(status), LIFE)) {
                    throw new IllegalStateException("no hub is in the data grid");
                }
            }
            return;
        }
        for (int from = 0; from < statuses.size(); from += AT_ONCE) {
            byte[] body = list(statuses.subList(from, Math.min(statuses.size(), from + AT_ONCE)));
            Delivery delivery = http.post(http.base() + "/api/v1/sync/status", Map.of("X-API-Key", key), body);
            if (delivery != Delivery.TAKEN) {
                throw new IllegalStateException("the upstream does not take the status of edges");
            }
        }
    }

    private static byte[] list(List<EdgeStatus> statuses) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write('[');
        for (int i = 0; i < statuses.size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(StatusDocument.write(statuses.get(i)));
        }
        bytes.write(']');
        return bytes.toByteArray();
    }
}
