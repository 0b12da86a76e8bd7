package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requests of FluxGate's edge reference, against a running edge. */
@UsesSharedStack
class FluxgateST {
    private static final String STATE = "/projects/demo/flags/%s/environments/production";

    private final ManagementClient hub;
    private final QuickstartFile quickstart;
    private final Curl edge;

    FluxgateST(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
        this.quickstart = installation.quickstart();
        this.edge = Curl.of(quickstart.edgeUrl());
    }

    @BeforeEach
    void theEdgeIsReady() {
        await().until(() -> edge.get("/health").status() == 200);
    }

    private Curl.Answer evaluate(String flag, String attributes) {
        return edge.withKey(quickstart.clientKey())
                .post(
                        "/evaluate",
                        "{'flagKey':'" + flag + "','context':{'bucketingKey':'user-12345','environment_id':'"
                                + quickstart.environmentId() + "'" + attributes + "}}");
    }

    @Test
    void aSimpleFlagIsFollowed() {
        hub.createFlag("fluxgate_simple");
        await().untilAsserted(() ->
                assertThat(evaluate("fluxgate_simple", "").text("/reason")).isEqualTo("DISABLED"));
        assertThat(evaluate("fluxgate_simple", "").json().path("value").isBoolean())
                .isTrue();
        assertThat(evaluate("fluxgate_simple", "").json().path("value").asBoolean())
                .isFalse();

        hub.toggle("fluxgate_simple", true);

        await().until(() -> evaluate("fluxgate_simple", "").json().path("value").asBoolean());
        assertThat(evaluate("fluxgate_simple", "").text("/reason")).isEqualTo("TARGETED_MATCH");
    }

    @Test
    void variantsOfEveryTypeAreServedByRules() {
        variant("fluxgate_text", "string", "Get Started Today");
        variant("fluxgate_price", "number", 7.99);
        variant("fluxgate_config", "json", Map.of("timeout_ms", 15_000));

        await().untilAsserted(() -> {
            assertThat(evaluate("fluxgate_text", ",'region':'US'").text("/value"))
                    .isEqualTo("Get Started Today");
            assertThat(evaluate("fluxgate_price", ",'region':'US'").json().path("value"))
                    .hasToString("7.99");
            assertThat(evaluate("fluxgate_config", ",'region':'US'").json().at("/value/timeout_ms"))
                    .hasToString("15000");
        });
        Curl.Answer american = evaluate("fluxgate_text", ",'region':'US'");
        Curl.Answer other = evaluate("fluxgate_text", ",'region':'SE'");
        assertThat(american.text("/reason")).isEqualTo("TARGETED_MATCH");
        assertThat(american.text("/variant")).isEqualTo("variant-a");
        assertThat(american.json().has("metadata")).isFalse();
        assertThat(other.text("/reason")).isEqualTo("DEFAULT");
    }

    private void variant(String flag, String type, Object value) {
        Object usual = type.equals("string") ? "-" : type.equals("number") ? (Object) 9.99 : Map.of();
        hub.post(
                "/projects/demo/flags",
                Map.of(
                        "key",
                        flag,
                        "type",
                        type,
                        "variants",
                        List.of(Map.of("key", "variant-a", "value", value), Map.of("key", "usual", "value", usual))));
        hub.put(
                STATE.formatted(flag),
                Map.of(
                        "enabled",
                        true,
                        "fallthrough",
                        Map.of("serve", "usual"),
                        "rules",
                        List.of(Map.of(
                                "name",
                                "Americans",
                                "condition",
                                Map.of("attribute", "region", "operator", "IN", "values", List.of("US")),
                                "outcome",
                                Map.of("serve", "variant-a")))));
    }

    @Test
    void whatIsNotThereIsAnAnswer() {
        Curl.Answer unknown = evaluate("nonexistent_feature", "");
        Curl.Answer elsewhere = edge.withKey(quickstart.clientKey())
                .post(
                        "/evaluate",
                        "{'flagKey':'new-checkout','context':{'bucketingKey':'user-33333',"
                                + "'environment_id':'78ccc5d7-e1bb-4e41-b6ef-02adf5c0d017'}}");

        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.body())
                .isEqualTo("{\"flagKey\":\"nonexistent_feature\",\"value\":false,\"variant\":null,"
                        + "\"reason\":\"DEFAULT\",\"errorCode\":\"FLAG_NOT_FOUND\"}");
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.text("/errorCode")).isEqualTo("ENVIRONMENT_NOT_FOUND");
    }

    @Test
    void theClientsSecretMayBeInTheBody() {
        String body = "{'flagKey':'new-checkout','context':{'targetingKey':'u'},'client_id':'x','client_secret':'%s'}";

        assertThat(edge.post("/evaluate", body.formatted(quickstart.clientKey()))
                        .status())
                .isEqualTo(200);
        assertThat(edge.post("/evaluate", body.formatted("wrong")).text("/errorCode"))
                .isEqualTo("UNAUTHORIZED");
        assertThat(edge.post("/evaluate", "{'flagKey':'new-checkout'}").status())
                .isEqualTo(401);
    }

    @Test
    void hostileRequestsAreRefusedInFluxgatesForm() {
        Curl keyed = edge.withKey(quickstart.clientKey());
        for (String body : List.of("{", "[]", "{'flagKey':[]}", "{'flagKey':'a','flagKey':'b'}", "\u0000")) {
            Curl.Answer answer = keyed.post("/evaluate", body);
            assertThat(answer.status()).describedAs(body).isEqualTo(400);
            assertThat(answer.text("/reason")).isEqualTo("ERROR");
        }
        assertThat(keyed.get("/evaluate").status()).isEqualTo(405);
        assertThat(keyed.get("/evaluate").text("/reason")).isEqualTo("ERROR");
        assertThat(keyed.post("/evaluate", "{'a':'" + "x".repeat(1_100_000) + "'}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void healthAndDocumentationAreOpen() {
        assertThat(edge.get("/health").body()).isEqualTo("OK");
        assertThat(edge.get("/docs").body()).contains("/docs/swagger-ui-bundle.js");
        assertThat(edge.get("/docs/swagger-ui-bundle.js").status()).isEqualTo(200);
        assertThat(edge.get("/docs/openapi.json").json().path("paths").has("/evaluate"))
                .isTrue();
    }
}
