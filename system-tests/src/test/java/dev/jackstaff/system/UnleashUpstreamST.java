package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edge below a server that looks like Unleash's, and a second one below the first. */
class UnleashUpstreamST {
    private static final String START = "*:production.the-token-of-the-start";
    private static final String FRONTEND = "*:production.the-frontend-token";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int AT_ONCE = 50;
    private static final int EVALUATIONS = 300;
    private static final String METRICS =
            """
            {"appName": "shop", "instanceId": "i", "bucket": {"start": "2026-11-01T10:00:00Z", "stop": "2026-11-01T10:01:00Z",
              "toggles": {"blue": {"yes": 5, "no": 3, "variants": {"deep": 5}}}},
             "impactMetrics": [{"name": "orders", "help": "How many", "type": "counter",
               "samples": [{"labels": {"country": "SE"}, "value": 3}]}]}""";
    private static final String REGISTRATION =
            """
            {"appName": "shop", "instanceId": "i", "strategies": ["default"], "started": "2026-11-01T10:00:00Z",
             "interval": 10000, "sdkVersion": "test:1.0.0"}""";

    private static final FakeUnleashServer UNLEASH = FakeUnleashServer.start();
    private static EdgeUnderTest edge;
    private static EdgeUnderTest below;

    @BeforeAll
    static void start() {
        serve("first");
        UNLEASH.accept(START, "client");
        UNLEASH.accept(FRONTEND, "frontend");
        edge = EdgeUnderTest.start(
                "unleash-first", settingsFor("first", settings(UNLEASH.url(), START + "," + FRONTEND)));
        edge.awaitReady();
        below = EdgeUnderTest.start("unleash-second", settingsFor("second", settings(edge.url(), START)));
        below.awaitReady();
    }

    private static Map<String, String> settingsFor(String instance, Map<String, String> settings) {
        Map<String, String> named = new HashMap<>(settings);
        named.put("INSTANCE_ID", instance);
        named.put("JACKSTAFF_EDGE_USAGE_INTERVAL", "1");
        return named;
    }

    private static Map<String, String> settings(String url, String tokens) {
        return Map.of(
                "JACKSTAFF_EDGE_UPSTREAM_KIND",
                "unleash",
                "UPSTREAM_URL",
                url,
                "TOKENS",
                tokens,
                "FEATURES_REFRESH_INTERVAL_SECONDS",
                "0.3",
                "TOKEN_REVALIDATION_INTERVAL_SECONDS",
                "1",
                "CUSTOM_CLIENT_HEADERS",
                "X-Team: flags, X-Place: here");
    }

    @AfterAll
    static void stop() {
        below.close();
        edge.close();
        UNLEASH.close();
    }

    @BeforeEach
    void theServerAnswers() {
        UNLEASH.holdValidation(new CountDownLatch(0));
    }

    /** Two flags of two projects, and one whose name says which document this is. */
    private static void serve(String name) {
        UNLEASH.serve(FakeUnleashServer.json(
                """
                {"version": 2, "features": [
                  {"name": "blue", "project": "sea", "enabled": true, "impressionData": true, "strategies": [
                    {"name": "default", "parameters": {}, "constraints": [
                      {"contextName": "country", "operator": "IN", "values": ["SE"]}]}],
                   "variants": [{"name": "deep", "weight": 1000, "payload": {"type": "csv", "value": "a,b"}}]},
                  {"name": "green", "project": "land", "enabled": true, "strategies": [{"name": "default"}],
                   "someMemberOfTheFuture": {"kept": true}},
                  {"name": "%s", "project": "land", "enabled": true, "strategies": [{"name": "default"}]}],
                 "segments": []}"""
                        .formatted(name)));
    }

    private static Set<String> features(EdgeUnderTest.Answer answer) {
        Set<String> names = new HashSet<>();
        answer.json()
                .path("features")
                .forEach(feature -> names.add(feature.path("name").asText()));
        return names;
    }

    private static void awaitFeature(EdgeUnderTest edge, String token, String feature) {
        await().atMost(LIMIT)
                .until(() -> features(edge.get("/api/client/features", token)).contains(feature));
    }

    @Test
    void theDocumentIsServedAsItCame() {
        serve("as-it-came");
        awaitFeature(edge, START, "as-it-came");
        awaitFeature(below, START, "as-it-came");

        for (EdgeUnderTest each : List.of(edge, below)) {
            JsonNode green = each.get("/api/client/features/green", START).json();
            assertThat(green.at("/someMemberOfTheFuture/kept").asBoolean()).isTrue();
            JsonNode delta = each.get("/api/client/delta", START).json();
            assertThat(delta.at("/events/0/type").asText()).isEqualTo("hydration");
        }
        JsonNode blue = edge.post("/api/frontend/features/blue", FRONTEND, "{\"properties\":{\"country\":\"SE\"}}")
                .json();
        assertThat(blue.path("enabled").asBoolean()).isTrue();
        assertThat(blue.path("impressionData").asBoolean()).isTrue();
        assertThat(blue.at("/variant/payload/value").asText()).isEqualTo("a,b");
    }

    @Test
    void everyOtherProtocolAnswersFromIt() {
        String context = "{\"context\":{\"targetingKey\":\"u\",\"country\":\"SE\"}}";

        JsonNode ofrep =
                edge.post("/ofrep/v1/evaluate/flags/blue", START, context).json();
        assertThat(ofrep.path("variant").asText()).isEqualTo("deep");
        assertThat(ofrep.path("value").asText()).isEqualTo("a,b");
        JsonNode flags = edge.get("/api/v1/flags/", START).json();
        assertThat(flags.findValuesAsText("name")).contains("blue", "green");
        JsonNode flexflag = edge.post(
                        "/api/v1/evaluate",
                        START,
                        "{\"flag_key\":\"blue\",\"user_id\":\"u\",\"attributes\":{\"country\":\"SE\"}}")
                .json();
        assertThat(flexflag.path("value").asText()).isEqualTo("a,b");
        JsonNode list = edge.get("/flags", START).json();
        assertThat(list.path("flags").findValuesAsText("flag_name")).contains("blue", "green");
        assertThat(edge.get("/flags/green/check?user_id=u", START)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        EdgeUnderTest.Answer document = edge.get("/api/v1/environment-document/", START);
        assertThat(document.status()).isEqualTo(404);
        assertThat(document.json().path("message").asText()).contains("unleash");
    }

    @Test
    void theServerIsAskedAsItsOwnEdgesAskIt() {
        await().atMost(LIMIT).until(() -> UNLEASH.unchanged() > 0);

        Map<String, String> last = UNLEASH.fetches().get(UNLEASH.fetches().size() - 1);
        assertThat(last)
                .containsEntry("unleash-client-spec", "6.1.0")
                .containsEntry("unleash-interval", "300")
                .containsEntry("x-team", "flags")
                .containsEntry("x-place", "here")
                .containsKeys("unleash-appname", "unleash-instanceid", "unleash-connection-id", "x-edge-version");
        assertThat(UNLEASH.registrations())
                .filteredOn(body -> body.path("environment").asText().equals("production"))
                .filteredOn(body -> body.path("sdkVersion").asText().startsWith("jackstaff-edge:"))
                .isNotEmpty();
    }

    @Test
    void aTokenThatFiftyBringAtOnceIsValidatedOnce() throws InterruptedException {
        String token = "sea:production.brought-by-fifty";
        UNLEASH.accept(token, "client");
        CountDownLatch validation = new CountDownLatch(1);
        UNLEASH.holdValidation(validation);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<EdgeUnderTest.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> edge.get("/api/client/features", token), threads));
            }
            for (CompletableFuture<EdgeUnderTest.Answer> answer : answers) {
                assertThat(answer.join().status()).isEqualTo(503);
                assertThat(answer.join().whole().headers().firstValue("Retry-After"))
                        .isPresent();
            }
            await().atMost(LIMIT).until(() -> UNLEASH.validations(token) > 0);
            assertThat(UNLEASH.validations(token)).isEqualTo(1);
            RunReport.print(
                    "a new token, %d requests at once: 503 to each that is undecided for long, asked upstream %d time",
                    AT_ONCE, UNLEASH.validations(token));
        } finally {
            validation.countDown();
            threads.shutdown();
        }

        await().atMost(LIMIT)
                .until(() -> edge.get("/api/client/features", token).status() == 200);
        assertThat(features(edge.get("/api/client/features", token))).containsExactly("blue");
    }

    @Test
    void anUnknownTokenIsRefusedAfterTheServerWasAsked() {
        String token = "sea:production.nobody-knows-this";

        assertThat(edge.get("/api/client/features", token).status()).isEqualTo(401);
        assertThat(edge.post("/ofrep/v1/evaluate/flags", token, "{}").status()).isEqualTo(401);
        assertThat(UNLEASH.validations(token)).isEqualTo(1);
    }

    @Test
    void aTokenThatIsRevokedOpensNothingMore() {
        String token = "land:production.soon-revoked";
        UNLEASH.accept(token, "client");
        await().atMost(LIMIT)
                .until(() -> edge.get("/api/client/features", token).status() == 200);

        UNLEASH.revoke(token);

        await().atMost(LIMIT)
                .until(() -> edge.get("/api/client/features", token).status() == 401);
        assertThat(edge.get("/api/client/features", START).status()).isEqualTo(200);
    }

    @Test
    void tokensWorkAtEveryHop() {
        String token = "land:production.two-hops-down";
        UNLEASH.accept(token, "client");

        await().atMost(LIMIT)
                .until(() -> below.get("/api/client/features", token).status() == 200);

        assertThat(features(below.get("/api/client/features", token)))
                .contains("green")
                .doesNotContain("blue");
    }

    @Test
    void whatIsKnownIsServedOnWhileTheServerIsDown() {
        serve("before-the-outage");
        awaitFeature(edge, START, "before-the-outage");
        UNLEASH.stop();
        try {
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            int served = 0;
            while (System.nanoTime() < end) {
                assertThat(edge.get("/api/client/features", START).status()).isEqualTo(200);
                assertThat(edge.post("/api/frontend/all", FRONTEND, "{}").status())
                        .isEqualTo(200);
                served += 2;
            }
            RunReport.print("Unleash server down for 3 s: %d requests, all answered", served);
            serve("after-the-outage");
        } finally {
            UNLEASH.restart();
        }

        awaitFeature(edge, START, "after-the-outage");
    }

    @Test
    void theEdgeStartsFromItsBackupWhileTheServerIsDown() {
        String data =
                Path.of("target/edges/unleash-backup-data").toAbsolutePath().toString();
        Map<String, String> settings = new HashMap<>(settings(UNLEASH.url(), START + "," + FRONTEND));
        settings.put("JACKSTAFF_EDGE_DATA", data);
        try (EdgeUnderTest third = EdgeUnderTest.start("unleash-backup", settings)) {
            third.awaitReady();
            UNLEASH.stop();
            third.kill();
            third.restart();
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> third.get("/api/client/features", START).status() == 200);

            assertThat(third.post("/api/frontend/all", FRONTEND, "{}").status()).isEqualTo(200);
        } finally {
            UNLEASH.restart();
        }
    }

    @Test
    void anEdgeThatHasNoTokensIsReadyForThoseThatAreBrought() {
        String token = "land:production.brought-to-an-empty-edge";
        UNLEASH.accept(token, "client");
        Map<String, String> settings = new HashMap<>(settings(UNLEASH.url(), ""));
        settings.remove("TOKENS");
        try (EdgeUnderTest empty = EdgeUnderTest.start("unleash-empty", settings)) {
            empty.awaitReady();
            assertThat(empty.get("/internal-backstage/ready", "").status()).isEqualTo(200);
            await().atMost(LIMIT)
                    .until(() -> empty.get("/api/client/features", token).status() == 200);
            assertThat(empty.get("/health/ready", "").status()).isEqualTo(200);
        }
    }

    /** Two edges count, one hands on; the server refuses for a while. */
    @Test
    void whatIsCountedBelowArrivesAtTheServerExactly() {
        serve("counted");
        awaitFeature(edge, START, "counted");
        awaitFeature(below, START, "counted");
        UNLEASH.acceptBulks(false);
        try {
            for (int i = 0; i < EVALUATIONS; i++) {
                assertThat(below.post("/ofrep/v1/evaluate/flags/counted", START, "{}")
                                .status())
                        .isEqualTo(200);
            }
            for (EdgeUnderTest each : List.of(edge, below)) {
                assertThat(each.post("/api/client/metrics", START, METRICS).status())
                        .isEqualTo(202);
                assertThat(each.post("/api/client/register", START, REGISTRATION)
                                .status())
                        .isEqualTo(202);
            }
            await().atMost(LIMIT).until(() -> UNLEASH.bulkRefusals() > 1);
        } finally {
            UNLEASH.acceptBulks(true);
        }

        await().atMost(Duration.ofMinutes(1))
                .until(() -> UNLEASH.evaluationsCounted("jackstaff-edge", "counted", "yes") >= EVALUATIONS
                        && UNLEASH.evaluationsCounted("shop", "blue", "yes") >= 10
                        && impact() >= 6);
        await().during(Duration.ofSeconds(5)).atMost(LIMIT).until(() -> impact() == 6);
        RunReport.print(
                "usage to an Unleash server through a chain of two edges, %d refusals: %d of %d evaluations, %d of 10 an"
                        + " SDK reported, impact metrics of %d of 6; the largest request had %d bytes",
                UNLEASH.bulkRefusals(),
                UNLEASH.evaluationsCounted("jackstaff-edge", "counted", "yes"),
                EVALUATIONS,
                UNLEASH.evaluationsCounted("shop", "blue", "yes"),
                impact(),
                UNLEASH.largestBulk());
        assertThat(UNLEASH.evaluationsCounted("jackstaff-edge", "counted", "yes"))
                .isEqualTo(EVALUATIONS);
        assertThat(UNLEASH.evaluationsCounted("jackstaff-edge", "counted", "no"))
                .isZero();
        assertThat(UNLEASH.evaluationsCounted("shop", "blue", "yes")).isEqualTo(10);
        assertThat(UNLEASH.evaluationsCounted("shop", "blue", "no")).isEqualTo(6);
        assertThat(UNLEASH.variantsCounted("shop", "blue", "deep")).isEqualTo(10);
        assertThat(UNLEASH.largestBulk()).isLessThan(95 * 1_024);
        assertThat(UNLEASH.elements("metrics"))
                .allSatisfy(metric ->
                        assertThat(metric.path("environment").asText()).isEqualTo("production"));
        assertThat(UNLEASH.elements("applications")
                        .filter(application ->
                                application.path("appName").asText().equals("shop"))
                        .filter(application ->
                                application.path("environment").asText().equals("production")))
                .hasSize(2);
    }

    /** What the counter has grown by. */
    private static long impact() {
        return UNLEASH.elements("impactMetrics")
                .filter(metric -> metric.path("name").asText().equals("orders"))
                .mapToLong(metric -> metric.at("/samples/0/value").asLong())
                .sum();
    }

    @Test
    void theServerIsToldOfTheEdgeAndOfTheEdgeBelowIt() {
        await().atMost(Duration.ofSeconds(150)).until(() -> UNLEASH.instance("first")
                .at("/connectedEdges/0/identifier")
                .asText()
                .equals("second"));

        JsonNode first = UNLEASH.instance("first");
        assertThat(first.path("appName").asText()).isEqualTo("jackstaff-edge");
        assertThat(first.at("/edgeApiKeyRevisionIds/0/environment").asText()).isEqualTo("production");
        assertThat(first.at("/connectedEdges/0/edgeApiKeyRevisionIds/0/revisionId")
                        .asLong(-1))
                .isNotNegative();
    }

    @Test
    void theSdkForNodeWorksBelowAnEdgeBelowAnEdge() {
        try (ScriptProcess node = NodeScripts.start("unleash-node.mjs")) {
            node.ask("start", Map.of("name", "chained", "url", below.url() + "/api", "key", START));

            serve("for-the-sdk");

            await().atMost(LIMIT).until(() -> node.ask("isEnabled", Map.of("name", "chained", "feature", "for-the-sdk"))
                    .asBoolean());
            JsonNode swede = node.ask("evaluate", Map.of("name", "chained", "context", Map.of("country", "SE")));
            assertThat(swede.at("/blue/enabled").asBoolean()).isTrue();
            assertThat(swede.at("/blue/variant/name").asText()).isEqualTo("deep");
            JsonNode dane = node.ask("evaluate", Map.of("name", "chained", "context", Map.of("country", "DK")));
            assertThat(dane.at("/blue/enabled").asBoolean()).isFalse();
        }
    }
}
