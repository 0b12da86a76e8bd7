package dev.jackstaff.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client for an edge's OFREP endpoint, with the key of one environment. */
public final class EdgeClient {
    private final JsonHttpClient http;

    public EdgeClient(URI edge, String key) {
        this.http = new JsonHttpClient(edge, Map.of("Authorization", "Bearer " + key));
    }

    public ApiResponse evaluate(String flag, JsonObject context) {
        return http.post(
                "/ofrep/v1/evaluate/flags/"
                        + URLEncoder.encode(flag, StandardCharsets.UTF_8).replace("+", "%20"),
                Json.createObjectBuilder().add("context", context).build().toString());
    }
}
