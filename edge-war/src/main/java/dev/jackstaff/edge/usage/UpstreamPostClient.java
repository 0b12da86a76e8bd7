package dev.jackstaff.edge.usage;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.edge.upstream.client.TimeLimits;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A client that posts JSON to the upstream and interprets the status. A 404 is retried, because a starting server
 * answers 404.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UpstreamPostClient {
    private static final TimeLimits LIMITS = TimeLimits.of(Duration.ofSeconds(10));
    private static final Set<Integer> RETRYABLE_STATUSES = Set.of(401, 403, 404, 408, 429);

    @Inject
    UpstreamSelector upstreamSelector;

    private final EdgeSettings settings = EdgeSettings.configured();

    /**
     * Posts JSON and interprets the answer.
     *
     * @param address the full URL
     * @throws UncheckedIOException if there is no answer
     * @throws IllegalStateException if the answer is a temporary refusal
     */
    public DeliveryResult post(String address, Map<String, String> headers, byte[] body) throws InterruptedException {
        int status = sendForStatus(address, headers, body);
        if (status >= 200 && status < 300) {
            return DeliveryResult.ACCEPTED;
        }
        boolean mayHeal = status < 400 || status >= 500 || RETRYABLE_STATUSES.contains(status);
        if (mayHeal) {
            throw new IllegalStateException("the upstream answered " + status + " to "
                    + URI.create(address).getPath());
        }
        return DeliveryResult.REFUSED;
    }

    private int sendForStatus(String address, Map<String, String> headers, byte[] body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        UpstreamClient client = upstreamSelector
                .selected()
                .client()
                .orElseThrow(() -> new IllegalStateException("the upstream has not started"));
        try {
            return client.send(request, LIMITS).status();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** The upstream's base URL without a final slash. */
    public String baseUrl() {
        String configured = settings.text(EdgeSetting.UPSTREAM_URL)
                .orElseThrow(() -> new IllegalStateException("jackstaff.edge.upstream.url is required"));
        return configured.strip().replaceAll("/+$", "");
    }

    /** The header in which an Unleash server expects tokens. */
    public String tokenHeader() {
        return settings.text(EdgeSetting.UPSTREAM_TOKEN_HEADER).orElse("Authorization");
    }
}
