package dev.jackstaff.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The hub's management API, as a person who logged in. What the hub refuses is a failure with the hub's own words. */
public final class HubClient {
    private static final int NOT_FOUND = 404;

    private final Http http;

    private HubClient(Http http) {
        this.http = http;
    }

    public static HubClient login(URI hub, String email, String password) {
        String body = Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .build()
                .toString();
        String token = new Http(hub, Map.of())
                .post("/api/v1/auth/login", body)
                .orRefusal()
                .object()
                .getString("token");
        return new HubClient(new Http(hub, Map.of("Authorization", "Bearer " + token)));
    }

    public boolean hasProject(String project) {
        return exists("/api/v1/projects/" + encoded(project));
    }

    public void addProject(JsonObject project) {
        http.post("/api/v1/projects", project.toString()).orRefusal();
    }

    public JsonObject environment(String project, String environment) {
        return http.get("/api/v1/projects/" + encoded(project) + "/environments/" + encoded(environment))
                .orRefusal()
                .object();
    }

    public boolean hasFlag(String project, String flag) {
        return exists(flags(project) + "/" + encoded(flag));
    }

    public void addFlag(String project, JsonObject flag) {
        http.post(flags(project), flag.toString()).orRefusal();
    }

    public void setState(String project, String flag, String environment, JsonObject state) {
        http.put(flags(project) + "/" + encoded(flag) + "/environments/" + encoded(environment), state.toString())
                .orRefusal();
    }

    /** Makes a key and returns its secret, which is shown this once. */
    public String addKey(JsonObject key) {
        return http.post("/api/v1/keys", key.toString()).orRefusal().object().getString("secret");
    }

    /** Imports an Unleash document as it is, and returns the report. */
    public JsonObject importUnleash(String project, String environment, String document) {
        return http.post(
                        "/api/v1/projects/" + encoded(project) + "/imports/unleash?environment=" + encoded(environment),
                        document)
                .orRefusal()
                .object();
    }

    /** Why a flag answers a context as it does. */
    public Answer explain(String project, String flag, String environment, JsonObject context) {
        String path = flags(project) + "/" + encoded(flag) + "/environments/" + encoded(environment) + "/explanations";
        return http.post(
                        path,
                        Json.createObjectBuilder()
                                .add("context", context)
                                .build()
                                .toString())
                .orRefusal();
    }

    /** An environment as another system's document, as the hub wrote it. */
    public Answer exported(String project, String environment, String system) {
        return http.get(exports(project, environment) + system).orRefusal();
    }

    /** What becomes of each flag in that document. */
    public JsonObject exportReport(String project, String environment, String system) {
        return http.get(exports(project, environment) + system + "/report")
                .orRefusal()
                .object();
    }

    private static String exports(String project, String environment) {
        return "/api/v1/projects/" + encoded(project) + "/environments/" + encoded(environment) + "/exports/";
    }

    private boolean exists(String path) {
        Answer answer = http.get(path);
        return answer.status() != NOT_FOUND && answer.orRefusal().ok();
    }

    private static String flags(String project) {
        return "/api/v1/projects/" + encoded(project) + "/flags";
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
