package dev.jackstaff.cli.client;

import dev.jackstaff.cli.terminal.CommandFailedException;
import jakarta.json.JsonObject;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The management API of a hub, asked with a key or a token. A refusal is a {@link CommandFailedException} with the hub's own
 * words; a hub that does not answer is one that says so. Not thread-safe.
 */
public final class ManagementApi {
    private static final int UNAUTHORIZED = 401;

    private final Credentials credentials;
    private JsonHttpClient http;

    private ManagementApi(JsonHttpClient http, Credentials credentials) {
        this.credentials = credentials;
        this.http = http.with("Authorization", "Bearer " + credentials.token());
    }

    /** Where the token of each request comes from. */
    public interface Credentials {
        /** An admin key, or the token of somebody who has logged in. */
        String token();

        /** Another token for one that the hub refuses; empty if there is none. */
        default Optional<String> renew() {
            return Optional.empty();
        }
    }

    /**
     * The API of a hub.
     *
     * @param authorities a PEM file of the authorities that vouch for it; empty for Java's own
     */
    public static ManagementApi of(URI hub, Optional<Path> authorities, Credentials credentials) {
        JsonHttpClient client = authorities
                .map(file -> JsonHttpClient.trusting(hub, new TrustedAuthorities(file)))
                .orElseGet(() -> new JsonHttpClient(hub, Map.of()));
        return new ManagementApi(client, credentials);
    }

    /** The same API with another limit for each answer. */
    public ManagementApi within(Duration limit) {
        return new ManagementApi(http.within(limit), credentials);
    }

    public ApiResponse get(ApiPath path) {
        return ask(client -> client.get(path.text()));
    }

    /** Copies what the hub answers, as it comes. */
    public void copy(ApiPath path, OutputStream out) {
        ask(client -> client.copy(path.text(), out));
    }

    public ApiResponse post(ApiPath path, JsonObject body) {
        return ask(client -> client.post(path.text(), body.toString()));
    }

    public ApiResponse put(ApiPath path, JsonObject body) {
        return ask(client -> client.put(path.text(), body.toString()));
    }

    public ApiResponse delete(ApiPath path) {
        return ask(client -> client.delete(path.text()));
    }

    /** Asks again with another token if the hub refuses this one: such a request has changed nothing. */
    private ApiResponse ask(Function<JsonHttpClient, ApiResponse> request) {
        ApiResponse answer = request.apply(http);
        if (answer.status() == UNAUTHORIZED) {
            Optional<String> another = credentials.renew();
            if (another.isPresent()) {
                http = http.with("Authorization", "Bearer " + another.get());
                answer = request.apply(http);
            }
        }
        return answer.orThrow();
    }
}
