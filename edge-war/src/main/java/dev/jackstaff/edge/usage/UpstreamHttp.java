package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.upstream.http.HttpUpstream;
import dev.jackstaff.edge.usage.UsageUpstream.Delivery;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends to an upstream over HTTP, with limits, and tells what its answers mean. Errors of its own are said by exceptions. A server
 * that starts answers 404 until its application is there, so that is no refusal for good.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UpstreamHttp {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Set<Integer> MAY_HEAL = Set.of(401, 403, 404, 408, 429);

    @Inject
    HttpUpstream upstream;

    private final EdgeSettings settings = EdgeSettings.configured();

    private @Nullable HttpClient client;

    /**
     * Posts JSON, and tells what the answer means for what was sent.
     *
     * @param address whole
     * @throws UncheckedIOException where there is no answer
     * @throws IllegalStateException where the answer is a refusal that may heal
     */
    public Delivery post(String address, Map<String, String> headers, byte[] body) throws InterruptedException {
        int status = status(address, headers, body);
        if (status >= 200 && status < 300) {
            return Delivery.TAKEN;
        }
        boolean mayHeal = status < 400 || status >= 500 || MAY_HEAL.contains(status);
        if (mayHeal) {
            throw new IllegalStateException("the upstream answered " + status + " to "
                    + URI.create(address).getPath());
        }
        return Delivery.REFUSED;
    }

    private int status(String address, Map<String, String> headers, byte[] body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return client().send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** The hub or edge above, without a slash at the end. */
    public String base() {
        String configured = settings.text(EdgeSetting.UPSTREAM_URL)
                .orElseThrow(() -> new IllegalStateException("jackstaff.edge.upstream.url is needed"));
        return configured.strip().replaceAll("/+$", "");
    }

    /** Where an Unleash server expects tokens. */
    public String tokenHeader() {
        return settings.text(EdgeSetting.UPSTREAM_TOKEN_HEADER).orElse("Authorization");
    }

    /** With the certificates of the upstream, where it has any of its own. */
    private synchronized HttpClient client() {
        Optional<HttpClient> known = upstream.client();
        if (known.isPresent()) {
            return known.get();
        }
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();
        }
        return client;
    }
}
