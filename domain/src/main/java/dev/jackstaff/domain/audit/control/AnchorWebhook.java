package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.audit.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The address to which this hub sends heads of the chain, as JSON. The body is signed with the key of the trail
 * (HMAC-SHA-256), so that the receiver can tell it from others.
 */
@ApplicationScoped
public class AnchorWebhook {
    static final String SIGNATURE = "Jackstaff-Signature";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    private final AuditKeys keys;
    private volatile @Nullable URI target;

    @Inject
    public AnchorWebhook(AuditKeys keys) {
        this.keys = keys;
    }

    /** For the container, which calls no method of what it makes by this. */
    @SuppressWarnings("NullAway")
    protected AnchorWebhook() {
        this(null);
    }

    /**
     * Sets the address.
     *
     * @param address empty for none
     * @throws IllegalArgumentException if it is not one of HTTP
     */
    public void configure(String address) {
        URI uri = address.isBlank() ? null : URI.create(address.strip());
        if (uri != null && !"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw new IllegalArgumentException("JACKSTAFF_AUDIT_ANCHOR_URL must begin with http:// or https://");
        }
        target = uri;
    }

    /** Sends a head, and fails if it is not received. */
    void send(Seal head) throws IOException, InterruptedException {
        URI address = target;
        if (address == null) {
            return;
        }
        String body = new AuditJson()
                .number("sequence", head.sequence())
                .text("hash", head.hash())
                .text("key", head.key())
                .text("sealedAt", head.sealedAt().toString())
                .toJson();
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        keys.current().ifPresent(key -> request.header(SIGNATURE, key.sign(body)));
        int status = CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status < SUCCESS || status >= REDIRECT) {
            throw new IOException("the receiver of anchors of the audit trail answered " + status);
        }
    }
}
