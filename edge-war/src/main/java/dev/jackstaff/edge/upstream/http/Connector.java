package dev.jackstaff.edge.upstream.http;

import java.net.http.HttpClient;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes connections to the upstream. Certificates that were replaced on disk count from the next connection on. */
final class Connector {
    /** Within it a connection stands, or is tried again: what a network swallowed while it was cut is sent once more by then. */
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Connector.class.getName());

    private final Tls tls;
    private List<FileTime> versions;
    private HttpClient client;

    /**
     * For a trust that is in order.
     *
     * @throws IllegalArgumentException where it is not
     */
    Connector(Tls tls) {
        this.tls = tls;
        this.versions = tls.versions();
        this.client = made();
    }

    synchronized HttpClient client() {
        List<FileTime> now = tls.versions();
        if (!now.equals(versions)) {
            versions = now;
            try {
                client = made();
                LOG.info("The certificates for the upstream were read anew.");
            } catch (IllegalArgumentException unfit) {
                LOG.log(Level.WARNING, "The certificates for the upstream stay as they were.", unfit);
            }
        }
        return client;
    }

    private HttpClient made() {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_LIMIT);
        tls.context().ifPresent(builder::sslContext);
        return builder.build();
    }
}
