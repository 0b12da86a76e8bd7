package dev.jackstaff.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client for the hub's management API, logged in as a person. Errors carry the hub's own message. */
public final class HubClient {
    private static final int NOT_FOUND = 404;

    private final JsonHttpClient http;

    private HubClient(JsonHttpClient http) {
        this.http = http;
    }

    public static HubClient login(URI hub, String email, String password) {
        return new HubClient(new JsonHttpClient(hub, Map.of("Authorization", "Bearer " + token(hub, email, password))));
    }

    /** A token of somebody who logs in. It begins a session of theirs. */
    public static String token(URI hub, String email, String password) {
        String body = Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .build()
                .toString();
        return new JsonHttpClient(hub, Map.of())
                .post("/api/v1/auth/login", body)
                .orThrow()
                .jsonObject()
                .getString("token");
    }

    public boolean hasProject(String project) {
        return exists("/api/v1/projects/" + encoded(project));
    }

    public void createProject(JsonObject project) {
        http.post("/api/v1/projects", project.toString()).orThrow();
    }

    public JsonObject fetchEnvironment(String project, String environment) {
        return http.get("/api/v1/projects/" + encoded(project) + "/environments/" + encoded(environment))
                .orThrow()
                .jsonObject();
    }

    /** Carries out a change, a list of instructions. */
    public void change(String project, JsonObject change) {
        http.post("/api/v1/projects/" + encoded(project) + "/changes", change.toString())
                .orThrow();
    }

    /** Creates an API key and returns its secret, which the hub shows only once. */
    public String createKey(JsonObject key) {
        return http.post("/api/v1/keys", key.toString()).orThrow().jsonObject().getString("secret");
    }

    /** Imports an Unleash document, unless it is a dry run, and returns the report. */
    public JsonObject importUnleash(String project, String environment, String document, boolean dryRun) {
        return http.post(
                        "/api/v1/projects/" + encoded(project) + "/imports/unleash?environment=" + encoded(environment)
                                + "&dryRun=" + dryRun,
                        document)
                .orThrow()
                .jsonObject();
    }

    /** The explanation of a flag's evaluation for a context. */
    public ApiResponse explain(String project, String flag, String environment, JsonObject context) {
        String path = flags(project) + "/" + encoded(flag) + "/environments/" + encoded(environment) + "/explanations";
        return http.post(
                        path,
                        Json.createObjectBuilder()
                                .add("context", context)
                                .build()
                                .toString())
                .orThrow();
    }

    /** An environment's export as a document of a foreign system. */
    public ApiResponse exportDocument(String project, String environment, String system) {
        return http.get(exports(project, environment) + system).orThrow();
    }

    /** The report of an environment's export to a foreign system. */
    public JsonObject fetchExportReport(String project, String environment, String system) {
        return http.get(exports(project, environment) + system + "/report")
                .orThrow()
                .jsonObject();
    }

    private static String exports(String project, String environment) {
        return "/api/v1/projects/" + encoded(project) + "/environments/" + encoded(environment) + "/exports/";
    }

    private boolean exists(String path) {
        ApiResponse answer = http.get(path);
        return answer.status() != NOT_FOUND && answer.orThrow().isSuccess();
    }

    private static String flags(String project) {
        return "/api/v1/projects/" + encoded(project) + "/flags";
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
