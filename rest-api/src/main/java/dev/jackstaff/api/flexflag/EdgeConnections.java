package dev.jackstaff.api.flexflag;

import dev.jackstaff.background.BackgroundLoop;
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
    private final BackgroundLoop loop = BackgroundLoop.every(
            PING_INTERVAL, "jackstaff-edge-sockets", "Pinging FlexFlag edge servers", this::checkAll);

    @PostConstruct
    void start() {
        live.addChangeListener(environment -> execute(() -> send(environment)));
        loop.start(PING_INTERVAL);
    }

    /** Runs a task on the one thread. */
    @Override
    public void execute(Runnable task) {
        if (!loop.execute(task)) {
            LOG.log(Level.FINE, "The hub is stopping; nothing more is sent to edge servers.");
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
        loop.stop();
    }
}
