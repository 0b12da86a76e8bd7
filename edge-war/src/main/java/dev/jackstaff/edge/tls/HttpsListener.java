package dev.jackstaff.edge.tls;

import dev.jackstaff.background.BackgroundLoop;
import dev.jackstaff.edge.pem.CertifiedKey;
import dev.jackstaff.edge.server.PayaraKernel;
import dev.jackstaff.edge.settings.ReplacedProduct;
import dev.jackstaff.edge.settings.ServerSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The HTTPS listener of the edge: Payara's listener with a certificate that is reloaded from files. An invalid
 * replacement is refused, and the last good certificate stays.
 */
@ApplicationScoped
public class HttpsListener {
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final String LISTENER_PREFIX = PayaraKernel.LISTENER_PREFIX;
    private static final String PROTOCOL_PREFIX =
            "configs.config.server-config.network-config.protocols.protocol.https-listener.";
    private static final Logger LOG = Logger.getLogger(HttpsListener.class.getName());

    private final Clock clock;
    private @Nullable BackgroundLoop loop;
    private String lastRefusal = "";

    /** A listener with the system's clock. */
    public HttpsListener() {
        this(Clock.systemUTC());
    }

    HttpsListener(Clock clock) {
        this.clock = clock;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        EdgeSettings settings = EdgeSettings.configured();
        boolean named = settings.text(ServerSetting.TLS_CERTIFICATE).isPresent();
        if (settings.text(ServerSetting.TLS_ENABLED).isPresent() ? settings.isOn(ServerSetting.TLS_ENABLED) : named) {
            try {
                prepare(settings);
            } catch (IllegalArgumentException | IllegalStateException invalid) {
                throw new DeploymentException("HTTPS cannot be served: " + invalid.getMessage(), invalid);
            }
        }
    }

    private void prepare(EdgeSettings settings) {
        CertificateFiles files = new CertificateFiles(
                file(settings, ServerSetting.TLS_CERTIFICATE), file(settings, ServerSetting.TLS_KEY));
        CertifiedKey first = files.current();
        ReloadableKeyManager keyManager = new ReloadableKeyManager(first);
        ReloadableKeyManagerProvider.install(keyManager);
        int port = settings.number(
                ServerSetting.TLS_PORT, ReplacedProduct.of(settings).securePort());
        requireFree(port);
        BackgroundLoop watch = BackgroundLoop.every(
                CHECK_INTERVAL,
                "jackstaff-tls",
                "Checking the HTTPS certificate",
                () -> reloadIfReplaced(files, keyManager));
        watch.execute(() -> serve(port, first));
        loop = watch;
        PayaraKernel.onApplicationRunning(() -> watch.start(CHECK_INTERVAL));
    }

    /** Fails if the port is taken; the server itself would start without HTTPS. */
    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            LOG.log(Level.FINE, "Port {0} is free for HTTPS.", Integer.toString(probe.getLocalPort()));
        } catch (IOException unavailable) {
            throw new IllegalArgumentException("port " + port + ": " + unavailable.getMessage(), unavailable);
        }
    }

    private void serve(int port, CertifiedKey first) {
        try {
            open(port);
            LOG.log(Level.INFO, "HTTPS is served on port {0}.", Integer.toString(port));
            logCertificate(first);
        } catch (IllegalStateException refused) {
            LOG.log(Level.SEVERE, "HTTPS cannot be served.", refused);
        }
    }

    private static Path file(EdgeSettings settings, ServerSetting setting) {
        return settings.text(setting)
                .map(Path::of)
                .orElseThrow(() ->
                        new IllegalArgumentException(setting.property() + " must name a file, because HTTPS is on"));
    }

    /**
     * Opens the server's HTTPS listener at the HTTP listener's address, with the edge's key manager instead of the
     * server's key store.
     */
    private static void open(int port) {
        PayaraKernel.runCommand(
                "set",
                PROTOCOL_PREFIX + "ssl.classname=org.glassfish.grizzly.config.ssl.JSSEImplementation",
                PROTOCOL_PREFIX + "ssl.key-algorithm=" + ReloadableKeyManagerProvider.ALGORITHM,
                PROTOCOL_PREFIX + "ssl.cert-nickname=",
                PROTOCOL_PREFIX + "http.trace-enabled=true",
                PROTOCOL_PREFIX + "http.http2-enabled=false",
                LISTENER_PREFIX + "https-listener.address="
                        + EdgeSettings.configured().text(ServerSetting.ADDRESS).orElseGet(HttpsListener::addressOfHttp),
                LISTENER_PREFIX + "https-listener.port=" + port,
                LISTENER_PREFIX + "https-listener.enabled=true");
    }

    private static String addressOfHttp() {
        String address = LISTENER_PREFIX + "http-listener.address";
        String output = PayaraKernel.runCommand("get", address);
        return output.substring(output.indexOf(address) + address.length() + 1).strip();
    }

    private void reloadIfReplaced(CertificateFiles files, ReloadableKeyManager keyManager) {
        try {
            files.pollReplacement().ifPresent(next -> {
                keyManager.replace(next);
                logCertificate(next);
            });
            lastRefusal = "";
        } catch (RuntimeException invalid) {
            logRefusal(String.valueOf(invalid.getMessage()));
        }
    }

    private void logRefusal(String reason) {
        if (!reason.equals(lastRefusal)) {
            LOG.log(Level.SEVERE, "The new certificate is refused, the last good one stays: {0}.", reason);
            lastRefusal = reason;
        }
    }

    private void logCertificate(CertifiedKey certificate) {
        boolean expired = certificate.expiresAt().isBefore(clock.instant());
        LOG.log(expired ? Level.WARNING : Level.INFO, "The HTTPS certificate is {0}, valid until {1}.", new Object[] {
            certificate.subject(), certificate.expiresAt()
        });
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.stop();
        }
    }
}
