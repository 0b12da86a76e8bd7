package dev.jackstaff.edge.tls;

import dev.jackstaff.edge.server.PayaraKernel;
import dev.jackstaff.edge.thread.Daemon;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * HTTPS, where a certificate and its key are named: the server's own listener, which takes the identity from here. Replaced
 * files count for new connections; what is of no use is refused, and the last good identity stays.
 */
@ApplicationScoped
public class HttpsListener {
    private static final int USUAL_PORT = 8443;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String LISTENERS = PayaraKernel.LISTENERS;
    private static final String PROTOCOL =
            "configs.config.server-config.network-config.protocols.protocol.https-listener.";
    private static final Logger LOG = Logger.getLogger(HttpsListener.class.getName());

    private final CountDownLatch stopped = new CountDownLatch(1);
    private String trouble = "";

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        EdgeSettings settings = EdgeSettings.configured();
        boolean named = settings.text(EdgeSetting.TLS_CERTIFICATE).isPresent();
        if (settings.text(EdgeSetting.TLS_ENABLED).isPresent() ? settings.isOn(EdgeSetting.TLS_ENABLED) : named) {
            try {
                begin(settings);
            } catch (IllegalArgumentException | IllegalStateException unfit) {
                throw new DeploymentException("HTTPS cannot be served: " + unfit.getMessage(), unfit);
            }
        }
    }

    private void begin(EdgeSettings settings) {
        IdentityFiles files =
                new IdentityFiles(file(settings, EdgeSetting.TLS_CERTIFICATE), file(settings, EdgeSetting.TLS_KEY));
        Identity first = files.identity();
        CurrentIdentity identity = new CurrentIdentity(first);
        IdentityProvider.install(identity);
        int port = settings.number(EdgeSetting.TLS_PORT, USUAL_PORT);
        requireFree(port);
        Thread serving = Daemon.thread("jackstaff-tls", () -> serve(port, first, files, identity));
        PayaraKernel.afterStart(serving::start);
    }

    /** The server would go on without it. */
    private static void requireFree(int port) {
        try (ServerSocket tried = new ServerSocket(port)) {
            LOG.log(Level.FINE, "HTTPS can be served on port {0}.", Integer.toString(tried.getLocalPort()));
        } catch (IOException taken) {
            throw new IllegalArgumentException("port " + port + ": " + taken.getMessage(), taken);
        }
    }

    private void serve(int port, Identity first, IdentityFiles files, CurrentIdentity identity) {
        try {
            open(port);
            LOG.log(Level.INFO, "HTTPS is served on port {0}.", Integer.toString(port));
            tell(first);
        } catch (IllegalStateException refused) {
            LOG.log(Level.SEVERE, "HTTPS is not served.", refused);
        }
        look(files, identity);
    }

    private static Path file(EdgeSettings settings, EdgeSetting setting) {
        return settings.text(setting)
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(setting.property() + " names no file"));
    }

    /** The server's listener for HTTPS, at the address of the one for HTTP; its files and names of certificates are not asked. */
    private static void open(int port) {
        String address = LISTENERS + "http-listener.address";
        String known = PayaraKernel.run("get", address);
        PayaraKernel.run(
                "set",
                PROTOCOL + "ssl.classname=org.glassfish.grizzly.config.ssl.JSSEImplementation",
                PROTOCOL + "ssl.key-algorithm=" + IdentityProvider.ALGORITHM,
                PROTOCOL + "ssl.cert-nickname=",
                PROTOCOL + "http.trace-enabled=true",
                LISTENERS + "https-listener.address="
                        + known.substring(known.indexOf(address) + address.length() + 1)
                                .strip(),
                LISTENERS + "https-listener.port=" + port,
                LISTENERS + "https-listener.enabled=true");
    }

    private void look(IdentityFiles files, CurrentIdentity identity) {
        while (!over()) {
            try {
                files.look().ifPresent(next -> {
                    identity.become(next);
                    tell(next);
                });
                trouble = "";
            } catch (RuntimeException unfit) {
                refuse(String.valueOf(unfit.getMessage()));
            }
        }
    }

    private void refuse(String reason) {
        if (!reason.equals(trouble)) {
            LOG.log(Level.SEVERE, "The new certificate is refused, the last good one stays: {0}.", reason);
            trouble = reason;
        }
    }

    private static void tell(Identity identity) {
        boolean past = identity.end().isBefore(Instant.now());
        LOG.log(past ? Level.WARNING : Level.INFO, "The certificate shown is {0}, good until {1}.", new Object[] {
            identity.subject(), identity.end()
        });
    }

    private boolean over() {
        try {
            return stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            return true;
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }
}
