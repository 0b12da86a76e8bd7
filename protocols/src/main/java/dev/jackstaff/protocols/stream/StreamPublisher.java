package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The publisher of changes to all connected clients, whatever their protocol. One thread tells; nothing ever waits for
 * a client: what it has not taken yet is replaced by what is newer, and one that takes nothing for a while is dropped.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class StreamPublisher {
    private static final int CHECK_INTERVAL_MILLIS = 1_000;
    private static final Logger LOG = Logger.getLogger(StreamPublisher.class.getName());

    @Inject
    LiveEnvironments environments;

    /** How many clients may listen at once. */
    @Inject
    @ConfigProperty(name = "jackstaff.edge.streams.max", defaultValue = "20000")
    int maxSubscribers;

    private final Set<StreamSubscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final Set<String> changedEnvironments = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;
    private final AtomicLong dropped = new AtomicLong();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(StreamPublisher::thread);

    @PostConstruct
    void start() {
        environments.addChangeListener(this::environmentChanged);
        Future<?> untilStopped = executor.scheduleWithFixedDelay(
                this::checkSubscribers, CHECK_INTERVAL_MILLIS, CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        LOG.log(Level.FINE, "Looking after clients of streams of events: {0}.", untilStopped);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "jackstaff-streams");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether another client may listen. */
    public boolean hasCapacity() {
        return !draining && subscribers.size() < maxSubscribers;
    }

    /** Whether nobody may listen any more, because the edge stops. */
    public boolean isDraining() {
        return draining;
    }

    /** Ends all streams, in order, so that their clients look for another edge; there are no new ones. */
    public void drain() {
        draining = true;
        subscribers.forEach(StreamSubscriber::close);
    }

    /**
     * Has a client listen from now on. The response has its status and headers.
     *
     * @throws IOException where the client is gone
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

    /** How many clients listen. */
    public int subscriberCount() {
        return subscribers.size();
    }

    /** How many clients were dropped so far, because they took nothing. */
    public long droppedCount() {
        return dropped.get();
    }

    /** Compiling threads are not to be held up; several changes at once are told as one. */
    private void environmentChanged(String environment) {
        if (changedEnvironments.add(environment) && !executor.isShutdown()) {
            executor.execute(this::publish);
        }
    }

    private void publish() {
        Set<String> news = Set.of(changedEnvironments.toArray(String[]::new));
        changedEnvironments.removeAll(news);
        for (StreamSubscriber listener : subscribers) {
            runSafely(listener, following -> following.notifyChanged(news));
        }
    }

    private void checkSubscribers() {
        for (StreamSubscriber listener : subscribers) {
            runSafely(listener, StreamSubscriber::checkLiveness);
        }
    }

    /** One client must not end it for the others. */
    private static void runSafely(StreamSubscriber listener, Consumer<StreamSubscriber> action) {
        try {
            action.accept(listener);
        } catch (RuntimeException | Error unforeseen) {
            LOG.log(Level.WARNING, "A client of a stream of events is dropped.", unforeseen);
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
        executor.shutdownNow();
        subscribers.forEach(StreamSubscriber::close);
    }
}
