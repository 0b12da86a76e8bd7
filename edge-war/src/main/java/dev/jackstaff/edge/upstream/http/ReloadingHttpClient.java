package dev.jackstaff.edge.upstream.http;

import java.net.http.HttpClient;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes connections to the upstream. Certificates that were replaced on disk count from the next connection on. */
final class ReloadingHttpClient {
    /** Within it a connection stands, or is tried again: what a network swallowed while it was cut is sent once more by then. */
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(ReloadingHttpClient.class.getName());

    private final UpstreamTlsFiles tls;
    private List<FileTime> lastModified;
    private HttpClient client;

    /**
     * For a trust that is in order.
     *
     * @throws IllegalArgumentException where it is not
     */
    ReloadingHttpClient(UpstreamTlsFiles tls) {
        this.tls = tls;
        this.lastModified = tls.lastModified();
        this.client = build();
    }

    synchronized HttpClient current() {
        List<FileTime> now = tls.lastModified();
        if (!now.equals(lastModified)) {
            lastModified = now;
            try {
                client = build();
                LOG.info("The certificates for the upstream were read anew.");
            } catch (IllegalArgumentException unfit) {
                LOG.log(Level.WARNING, "The certificates for the upstream stay as they were.", unfit);
            }
        }
        return client;
    }

    private HttpClient build() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT);
        tls.sslContext().ifPresent(builder::sslContext);
        return builder.build();
    }
}
