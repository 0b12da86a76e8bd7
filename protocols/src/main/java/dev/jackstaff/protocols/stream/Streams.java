package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.LiveEnvironments;
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
 * Tells all connected clients what is new, whatever their protocol. One thread tells; nothing ever waits for a client: what
 * it has not taken yet is replaced by what is newer, and one that takes nothing for a while is dropped.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class Streams {
    private static final int LOOK_MILLIS = 1_000;
    private static final Logger LOG = Logger.getLogger(Streams.class.getName());

    @Inject
    LiveEnvironments environments;

    /** How many clients may listen at once. */
    @Inject
    @ConfigProperty(name = "jackstaff.edge.streams.max", defaultValue = "20000")
    int most;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;
    private final AtomicLong dropped = new AtomicLong();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(Streams::thread);

    @PostConstruct
    void start() {
        environments.watch(this::changed);
        Future<?> untilStopped =
                teller.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        LOG.log(Level.FINE, "Looking after clients of streams of events: {0}.", untilStopped);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "jackstaff-streams");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether another client may listen. */
    public boolean hasRoom() {
        return !draining && listeners.size() < most;
    }

    /** Whether nobody may listen any more, because the edge stops. */
    public boolean isDraining() {
        return draining;
    }

    /** Ends all streams, in order, so that their clients look for another edge; there are no new ones. */
    public void drain() {
        draining = true;
        listeners.forEach(Listener::close);
    }

    /**
     * Has a client listen from now on. The response has its status and headers.
     *
     * @throws IOException where the client is gone
     */
    public void listen(HttpServletRequest request, EventStream stream) throws IOException {
        AsyncContext connection = request.startAsync();
        connection.setTimeout(0);
        Listener listener = new Listener(connection, stream, environments, this::forget);
        listeners.add(listener);
        listener.start();
        if (draining) {
            listener.close();
        }
    }

    /** How many clients listen. */
    public int connected() {
        return listeners.size();
    }

    /** How many clients were dropped so far, because they took nothing. */
    public long dropped() {
        return dropped.get();
    }

    /** Compiling threads are not to be held up; several changes at once are told as one. */
    private void changed(String environment) {
        if (changed.add(environment) && !teller.isShutdown()) {
            teller.execute(this::tell);
        }
    }

    private void tell() {
        Set<String> news = Set.of(changed.toArray(String[]::new));
        changed.removeAll(news);
        for (Listener listener : listeners) {
            guarded(listener, following -> following.tell(news));
        }
    }

    private void look() {
        for (Listener listener : listeners) {
            guarded(listener, Listener::look);
        }
    }

    /** One client must not end it for the others. */
    private static void guarded(Listener listener, Consumer<Listener> action) {
        try {
            action.accept(listener);
        } catch (RuntimeException unforeseen) {
            LOG.log(Level.WARNING, "A client of a stream of events is dropped.", unforeseen);
            listener.close();
        }
    }

    private void forget(Listener listener, boolean stalled) {
        if (listeners.remove(listener) && stalled) {
            dropped.incrementAndGet();
        }
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
        listeners.forEach(Listener::close);
    }
}
