package dev.jackstaff.edge.server;

import dev.jackstaff.listener.ListenerGuard;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The opener of the HTTP listener, once the application runs, and its guard. A server that listens earlier answers 404,
 * which clients take for an unknown flag.
 */
@ApplicationScoped
public class HttpListenerOpener {
    private static final String NAME = "http-listener";
    private static final String LISTENER = PayaraKernel.LISTENER_PREFIX + NAME + ".enabled";
    private static final Logger LOG = Logger.getLogger(HttpListenerOpener.class.getName());

    private volatile @Nullable ListenerGuard guard;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        ListenerGuard started = ListenerGuard.start(EdgeFrontDoor.settings(EdgeSettings.configured()));
        guard = started;
        PayaraKernel.onApplicationRunning(() -> open(started));
    }

    private static void open(ListenerGuard guard) {
        if (PayaraKernel.runCommand("get", LISTENER).contains(LISTENER + "=false")) {
            PayaraKernel.runCommand("set", LISTENER + "=true");
            if (!guard.check().contains(NAME)) {
                FailedStart.end("its port is taken, or must not be used: "
                        + PayaraKernel.runCommand("get", PayaraKernel.LISTENER_PREFIX + NAME + ".port")
                                .replaceAll("\\D", ""));
            }
            LOG.log(Level.INFO, "The edge accepts connections.");
        }
    }

    /** The number of requests of which a part has arrived. */
    public long countArriving() {
        ListenerGuard started = guard;
        return started == null ? 0 : started.countArriving();
    }

    @PreDestroy
    void stop() {
        ListenerGuard started = guard;
        if (started != null) {
            started.stop();
        }
    }
}
