package dev.jackstaff.edge.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The opener of the HTTP listener, once the application runs. A server that listens earlier answers 404, which clients
 * take for an unknown flag.
 */
@ApplicationScoped
public class HttpListenerOpener {
    private static final String LISTENER = PayaraKernel.LISTENER_PREFIX + "http-listener.enabled";
    private static final Logger LOG = Logger.getLogger(HttpListenerOpener.class.getName());

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        PayaraKernel.onApplicationRunning(HttpListenerOpener::open);
    }

    private static void open() {
        if (PayaraKernel.runCommand("get", LISTENER).contains(LISTENER + "=false")) {
            PayaraKernel.runCommand("set", LISTENER + "=true");
            LOG.log(Level.INFO, "The edge accepts connections.");
        }
    }
}
