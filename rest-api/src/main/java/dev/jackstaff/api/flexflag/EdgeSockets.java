package dev.jackstaff.api.flexflag;

import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.ServedEnvironment;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The edge servers that are connected by WebSockets. One thread tells them what is new, and asks them whether they are there; it
 * never waits for one.
 */
@ApplicationScoped
public class EdgeSockets implements Executor {
    /** How long a server may be silent; asked whether it is there, it answers far more often. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(EdgeSockets.class.getName());

    @Inject
    LiveEnvironments live;

    private final Set<EdgeLink> links = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(EdgeSockets::thread);

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "jackstaff-edge-sockets");
        thread.setDaemon(true);
        return thread;
    }

    @PostConstruct
    void start() {
        live.watch(environment -> execute(() -> tell(environment)));
        Future<?> untilStopped = teller.scheduleWithFixedDelay(
                this::look, LOOK_INTERVAL.toMillis(), LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(Level.FINE, "Looking after edge servers: {0}.", untilStopped);
    }

    /** Has the one thread do something. */
    @Override
    public void execute(Runnable task) {
        if (!teller.isShutdown()) {
            teller.execute(task);
        }
    }

    /** Tells a server everything, and from then on what is new. */
    void add(EdgeLink link) {
        links.add(link);
        execute(() -> tell(link));
    }

    void remove(EdgeLink link) {
        links.remove(link);
    }

    private void tell(String environment) {
        for (EdgeLink link : links) {
            if (link.server().place().equals(environment)) {
                tell(link);
            }
        }
    }

    /** One server must not end it for the others. */
    private void tell(EdgeLink link) {
        ServedEnvironment now = live.environment(link.server().place());
        try {
            if (now != null) {
                link.tell(now.snapshot());
            }
        } catch (RuntimeException unforeseen) {
            LOG.log(Level.WARNING, "An edge server cannot be told what is new.", unforeseen);
        }
    }

    private void look() {
        links.forEach(EdgeLink::look);
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }
}
