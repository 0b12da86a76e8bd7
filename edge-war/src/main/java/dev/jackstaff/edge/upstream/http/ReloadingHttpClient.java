package dev.jackstaff.edge.upstream.http;

import java.net.http.HttpClient;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An HTTP client for the upstream that reloads replaced certificates for new connections. */
final class ReloadingHttpClient {
    /** The connect timeout; short, so that a connection lost in a network cut is retried soon. */
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(ReloadingHttpClient.class.getName());

    private final UpstreamTlsFiles tls;
    private List<FileTime> lastModified;
    private HttpClient client;

    /**
     * A client with the TLS files.
     *
     * @throws IllegalArgumentException if they are invalid
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
                LOG.info("The certificates for the upstream were reloaded.");
            } catch (IllegalArgumentException invalid) {
                LOG.log(
                        Level.WARNING,
                        "The replaced certificates for the upstream cannot be used; the old ones stay in use.",
                        invalid);
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
