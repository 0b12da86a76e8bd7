package dev.jackstaff.cli.client;

import dev.jackstaff.cli.terminal.CommandFailedException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The management API of a hub, asked with a key or a token. A refusal is a {@link CommandFailedException} with the hub's own
 * words; a hub that does not answer is one that says so.
 */
public final class ManagementApi {
    private final JsonHttpClient http;

    private ManagementApi(JsonHttpClient http) {
        this.http = http;
    }

    /**
     * The API of a hub.
     *
     * @param authorities a PEM file of the authorities that vouch for it; empty for Java's own
     * @param token an admin key, or the token of somebody who has logged in
     */
    public static ManagementApi of(URI hub, Optional<Path> authorities, String token) {
        JsonHttpClient client = authorities
                .map(file -> JsonHttpClient.trusting(hub, new TrustedAuthorities(file)))
                .orElseGet(() -> new JsonHttpClient(hub, Map.of()));
        return new ManagementApi(client.with("Authorization", "Bearer " + token));
    }

    public ApiResponse get(ApiPath path) {
        return http.get(path.text()).orThrow();
    }

    public ApiResponse post(ApiPath path, JsonObject body) {
        return http.post(path.text(), body.toString()).orThrow();
    }

    public ApiResponse put(ApiPath path, JsonObject body) {
        return http.put(path.text(), body.toString()).orThrow();
    }

    public ApiResponse delete(ApiPath path) {
        return http.delete(path.text()).orThrow();
    }
}
