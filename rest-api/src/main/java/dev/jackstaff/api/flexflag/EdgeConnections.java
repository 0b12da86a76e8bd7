package dev.jackstaff.api.flexflag;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
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

/** The connected FlexFlag edge servers. One thread sends changes and pings; it never waits for a server. */
@ApplicationScoped
public class EdgeConnections implements Executor {
    /** The maximum time that a server may be silent; pings are far more frequent. */
    static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration PING_INTERVAL = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(EdgeConnections.class.getName());

    @Inject
    LiveEnvironments live;

    private final Set<EdgeConnection> connections = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(EdgeConnections::thread);

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "jackstaff-edge-sockets");
        thread.setDaemon(true);
        return thread;
    }

    @PostConstruct
    void start() {
        live.addChangeListener(environment -> execute(() -> send(environment)));
        Future<?> pings = executor.scheduleWithFixedDelay(
                this::checkAll, PING_INTERVAL.toMillis(), PING_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(Level.FINE, "Pings of edge servers are scheduled: {0}.", pings);
    }

    /** Runs a task on the one thread. */
    @Override
    public void execute(Runnable task) {
        if (!executor.isShutdown()) {
            executor.execute(task);
        }
    }

    /** Sends the full state to a server, and from then on changes. */
    void add(EdgeConnection connection) {
        connections.add(connection);
        execute(() -> send(connection));
    }

    void remove(EdgeConnection connection) {
        connections.remove(connection);
    }

    private void send(String environment) {
        for (EdgeConnection connection : connections) {
            if (connection.server().environmentKey().equals(environment)) {
                send(connection);
            }
        }
    }

    /** Sends to one server; its failure does not affect the others. */
    private void send(EdgeConnection connection) {
        ServedEnvironment now = live.environment(connection.server().environmentKey());
        try {
            if (now != null) {
                connection.send(now.snapshot());
            }
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "Changes cannot be sent to an edge server.", failure);
        }
    }

    private void checkAll() {
        connections.forEach(EdgeConnection::checkAlive);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
