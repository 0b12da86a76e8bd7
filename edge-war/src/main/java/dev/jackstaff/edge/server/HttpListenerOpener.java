package dev.jackstaff.edge.server;

import dev.jackstaff.edge.settings.ServerSetting;
import dev.jackstaff.listener.ListenerGuard;
import dev.jackstaff.listener.grizzly.RefusalForm;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The opener of the HTTP listener, once the application runs, and its guard. A server that listens earlier answers 404,
 * which clients take for an unknown flag. It closes the listener before the application is undeployed: a Payara Micro
 * that starts in a directory of an earlier run loads the application of that run, and then deploys it anew.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class HttpListenerOpener {
    private static final String LISTENER = PayaraKernel.LISTENER_PREFIX + "http-listener.";
    private static final Logger LOG = Logger.getLogger(HttpListenerOpener.class.getName());

    @Inject
    RefusalForm refusals;

    private volatile @Nullable ListenerGuard guard;
    private volatile boolean opened;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        try {
            guard = ListenerGuard.start(EdgeFrontDoor.settings(EdgeSettings.configured(), refusals));
        } catch (IllegalStateException | LinkageError another) {
            LOG.log(Level.SEVERE, "The edge's listeners are not guarded against slow and false requests.", another);
        }
        PayaraKernel.onApplicationRunning(this::open);
        PayaraKernel.beforeUndeployment(this::close);
    }

    private void open() {
        if (PayaraKernel.runCommand("get", LISTENER + "enabled").contains("enabled=false")) {
            EdgeSettings settings = EdgeSettings.configured();
            settings.text(ServerSetting.ADDRESS).ifPresent(address -> set("address", address));
            settings.text(ServerSetting.PORT).ifPresent(port -> set("port", port));
            requireFree(
                    settings.text(ServerSetting.ADDRESS).orElse("0.0.0.0"),
                    PayaraKernel.runCommand("get", LISTENER + "port"));
            set("enabled", "true");
            opened = true;
            ListenerGuard started = guard;
            if (started != null) {
                started.check();
            }
            LOG.log(Level.INFO, "The edge accepts connections.");
        }
    }

    /** Closes the listener, unless the server may have other applications. */
    private void close() {
        if (opened && FailedStart.isProcessOfEdge()) {
            opened = false;
            set("enabled", "false");
        }
    }

    /** Ends the process if the port is taken; the server itself would go on without a listener. */
    private static void requireFree(String address, String setting) {
        String port = setting.substring(setting.lastIndexOf('=') + 1).strip();
        if (!port.matches("\\d{1,5}")) {
            return;
        }
        try (ServerSocket probe = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getByName(address))) {
            LOG.log(Level.FINE, "Port {0} is free.", Integer.toString(probe.getLocalPort()));
        } catch (BindException taken) {
            FailedStart.end("port " + port + " of " + address + ": " + taken.getMessage());
        } catch (IOException unknown) {
            LOG.log(Level.FINE, "Whether the port is free is not known.", unknown);
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

    private static void set(String attribute, String value) {
        PayaraKernel.runCommand("set", LISTENER + attribute + "=" + value);
    }
}
