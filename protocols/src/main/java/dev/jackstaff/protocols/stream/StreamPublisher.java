package dev.jackstaff.protocols.stream;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The publisher of changes to all connected clients, whatever their protocol. One thread writes; nothing ever waits for
 * a client: what it has not taken yet is replaced by the newer state, and a client that takes nothing for a while is
 * disconnected.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class StreamPublisher {
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(StreamPublisher.class.getName());

    @Inject
    LiveEnvironments environments;

    /** The maximum number of connected clients. */
    @Inject
    @ConfigProperty(name = "jackstaff.edge.streams.max", defaultValue = "20000")
    int maxSubscribers;

    private final Set<StreamSubscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final Set<String> changedEnvironments = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;
    private final AtomicLong dropped = new AtomicLong();
    private final BackgroundLoop loop = BackgroundLoop.every(
            CHECK_INTERVAL, "jackstaff-streams", "Checking stream subscribers", this::checkSubscribers);

    @PostConstruct
    void start() {
        environments.addChangeListener(this::environmentChanged);
        loop.start(CHECK_INTERVAL);
    }

    /** Whether another client may connect. */
    public boolean hasCapacity() {
        return !draining && subscribers.size() < maxSubscribers;
    }

    /** Whether the edge is shutting down and accepts no more clients. */
    public boolean isDraining() {
        return draining;
    }

    /** Ends all streams in an orderly way, so that their clients connect to another edge; accepts no new ones. */
    public void drain() {
        draining = true;
        subscribers.forEach(StreamSubscriber::close);
    }

    /**
     * Starts a client's subscription. The response already has its status and headers.
     *
     * @throws IOException if the client has disconnected
     */
    public void subscribe(HttpServletRequest request, EventStream stream) throws IOException {
        AsyncContext connection = request.startAsync();
        connection.setTimeout(0);
        StreamSubscriber listener = new StreamSubscriber(connection, stream, environments, this::remove);
        subscribers.add(listener);
        listener.start();
        if (draining) {
            listener.close();
        }
    }

    /** The number of connected clients. */
    public int subscriberCount() {
        return subscribers.size();
    }

    /** The number of clients that were disconnected so far because they took nothing. */
    public long droppedCount() {
        return dropped.get();
    }

    /**
     * Records a change for the publishing thread, so that compiling threads do not wait; several changes at once are
     * announced as one.
     */
    private void environmentChanged(String environment) {
        if (changedEnvironments.add(environment)) {
            loop.execute(this::publish);
        }
    }

    private void publish() {
        Set<String> changes = Set.of(changedEnvironments.toArray(String[]::new));
        changedEnvironments.removeAll(changes);
        for (StreamSubscriber listener : subscribers) {
            runSafely(listener, following -> following.notifyChanged(changes));
        }
    }

    private void checkSubscribers() {
        for (StreamSubscriber listener : subscribers) {
            runSafely(listener, StreamSubscriber::checkLiveness);
        }
    }

    /** Runs an action for one client, whose failure must not affect the others. */
    private static void runSafely(StreamSubscriber listener, Consumer<StreamSubscriber> action) {
        try {
            action.accept(listener);
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "A stream subscriber failed and was disconnected.", failure);
            listener.close();
        }
    }

    private void remove(StreamSubscriber listener, boolean stalled) {
        if (subscribers.remove(listener) && stalled) {
            dropped.incrementAndGet();
        }
    }

    @PreDestroy
    void stop() {
        loop.stop();
        subscribers.forEach(StreamSubscriber::close);
    }
}
