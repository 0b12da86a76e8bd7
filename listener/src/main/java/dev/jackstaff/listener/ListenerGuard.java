package dev.jackstaff.listener;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.listener.grizzly.FrontDoor;
import dev.jackstaff.listener.grizzly.FrontDoorSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.glassfish.grizzly.nio.NIOTransport;

/**
 * The guard of a server's listeners: it puts the front door into each of them, also into one that is opened or
 * configured later.
 */
public final class ListenerGuard {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final FrontDoor door;
    private final Supplier<Map<String, NIOTransport>> listeners;
    private final BackgroundLoop loop;

    /** A guard of the listeners of this Payara, started. */
    public static ListenerGuard start(FrontDoorSettings settings) {
        ListenerGuard guard = new ListenerGuard(new FrontDoor(settings), PayaraListeners::transports);
        guard.check();
        guard.loop.start(INTERVAL);
        return guard;
    }

    private ListenerGuard(FrontDoor door, Supplier<Map<String, NIOTransport>> listeners) {
        this.door = door;
        this.listeners = listeners;
        this.loop = BackgroundLoop.every(INTERVAL, "jackstaff-listeners", "Guarding the listeners", () -> {
            check();
            door.sweep();
        });
    }

    /** Guards the listeners that are open now, and returns their names. */
    public Set<String> check() {
        Map<String, NIOTransport> open = listeners.get();
        open.values().forEach(door::install);
        return Set.copyOf(open.keySet());
    }

    /** The number of requests of which a part has arrived. */
    public long countArriving() {
        return door.countArriving();
    }

    /** Ends, and leaves the listeners as they were. */
    public void stop() {
        loop.stop();
        door.remove();
    }
}
