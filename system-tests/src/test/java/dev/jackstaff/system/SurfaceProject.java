package dev.jackstaff.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The project whose surface is recorded: two flags, made anew by every run, in the environment {@code production}. */
final class SurfaceProject {
    static final String KEY = "surface";
    private static final String ENVIRONMENT = "production";
    private static final String BOOLEAN_FLAG = "surface-on";
    private static final String TEXT_FLAG = "surface-text";

    private final ManagementClient hub;
    private final QuickstartFile quickstart;
    private final SurfaceValues values = new SurfaceValues();

    SurfaceProject(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
        this.quickstart = installation.quickstart();
    }

    /** What this run calls what is called differently in every run. */
    SurfaceValues values() {
        return values;
    }

    /** Makes it, and waits until the edge serves it. */
    void create() {
        hub.call("DELETE", "/projects/surface-hub?force=true", "");
        hub.call("DELETE", "/projects/surface?force=true", "");
        hub.post("/projects", Map.of("key", KEY, "name", "Surface"));
        createBoolean(KEY);
        hub.post(
                "/projects/surface/flags",
                Map.of(
                        "key",
                        TEXT_FLAG,
                        "type",
                        "string",
                        "variants",
                        List.of(Map.of("key", "long", "value", "a long text"), Map.of("key", "short", "value", "-"))));
        putState(KEY, TEXT_FLAG, "long", "short");
        nameValues();
        await().until(() -> served(BOOLEAN_FLAG, "TARGETING_MATCH") && served(TEXT_FLAG, "TARGETING_MATCH"));
    }

    /** Gives the demo project a flag that the command can ask for. */
    void createForCommand() {
        String project = quickstart.project();
        if (hub.call("GET", "/projects/" + project + "/flags/" + BOOLEAN_FLAG, "")
                        .statusCode()
                == 404) {
            createBoolean(project);
        }
        OfrepClient edge = OfrepClient.at(quickstart.edgeUrl(), quickstart);
        await().until(() -> edge.evaluate(BOOLEAN_FLAG).status() == 200);
    }

    private void createBoolean(String project) {
        hub.post(
                "/projects/" + project + "/flags",
                Map.of("key", BOOLEAN_FLAG, "name", "On", "type", "boolean", "tags", List.of("surface")));
        putState(project, BOOLEAN_FLAG, "on", "off");
    }

    private void putState(String project, String flag, String match, String otherwise) {
        hub.put(
                "/projects/" + project + "/flags/" + flag + "/environments/" + ENVIRONMENT,
                Map.of(
                        "enabled",
                        true,
                        "offVariant",
                        otherwise,
                        "fallthrough",
                        Map.of("serve", otherwise),
                        "rules",
                        List.of(Map.of(
                                "name",
                                "Swedes",
                                "condition",
                                Map.of("attribute", "country", "operator", "IN", "values", List.of("SE")),
                                "outcome",
                                Map.of("serve", match)))));
    }

    private void nameValues() {
        values.put("HUB_URL", quickstart.hubUrl());
        values.put("EDGE_URL", quickstart.edgeUrl());
        values.put("ADMIN_EMAIL", quickstart.adminEmail());
        values.put("ADMIN_PASSWORD", quickstart.adminPassword());
        values.put("EMAIL", "surface-" + System.nanoTime() + "@example.org");
        values.put("TOKEN", hub.token());
        values.put("SERVER", key("server", Map.of("project", KEY, "environment", ENVIRONMENT)));
        values.put("CLIENT", key("client", Map.of("project", KEY, "environment", ENVIRONMENT)));
        values.put("EDGE", key("edge", Map.of()));
        values.put("ADMIN", key("admin", Map.of()));
    }

    private String key(String kind, Map<String, String> scope) {
        Map<String, String> request = new HashMap<>(scope);
        request.put("name", "surface " + kind);
        request.put("kind", kind);
        return hub.post("/keys", request).path("secret").asText();
    }

    private boolean served(String flag, String reason) {
        try {
            OfrepClient.Answer answer = OfrepClient.at(quickstart.edgeUrl(), quickstart)
                    .post("/ofrep/v1/evaluate/flags/" + flag, "{\"country\":\"SE\"}", values.fill("${SERVER}"));
            return answer.body().path("reason").asText().equals(reason);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
