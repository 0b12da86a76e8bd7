package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flagsmith.FlagsmithClient;
import com.flagsmith.config.FlagsmithConfig;
import com.flagsmith.exceptions.FlagsmithClientError;
import com.flagsmith.models.Flags;
import dev.jackstaff.system.FortyFlags.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Flagsmith's own SDKs, pointed at the edge, say of the forty flags what OpenFeature clients are told, follow a change without
 * a restart, and have their usage counted. Those that evaluate by themselves are held to the flags that Flagsmith can say
 * exactly.
 */
@UsesSharedStack
@Tag("sdk")
class FlagsmithST {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Each SDK orders versions in its own way. */
    private static final String OF_VERSIONS = "operator-semver-";
    /** A condition that older engines cannot say: it takes the rules of a rule for ALL, whatever its type. */
    private static final String NESTED = "operator-str-ends-with";

    private static final String SERVER = "the server key";
    private static final long SEED = 20_261_121;
    private static final int CONTEXTS = Integer.getInteger("jackstaff.contexts", 500);

    private final String edgeUrl;
    private final FortyFlags flags;

    FlagsmithST(StackUnderTest installation) {
        this.edgeUrl = installation.quickstart().edgeUrl();
        this.flags = FortyFlags.in(installation, "flagsmith-clients");
    }

    @BeforeEach
    void theFlagIsOff() {
        flags.begin();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "client"})
    void theSdkForNodeAgreesAndFollows(String kind) {
        boolean server = kind.equals("server");
        String key = server ? flags.keys().server() : flags.keys().client();
        try (ScriptProcess node = NodeScripts.start("flagsmith-node.mjs")) {
            node.ask("start", client(key, false));

            for (Map<String, String> context : flags.contexts()) {
                FlagsmithIdentity identity = FlagsmithIdentity.of(context);
                Map<String, Answer> answers =
                        server ? flags.answers(identity.context()) : flags.clientAnswers(identity.context());
                Set<String> compared = FlagsmithIdentity.withoutPercentages(answers.keySet());
                assertThat(FlagsmithFeature.queryAll(node, "node", identity)).containsOnlyKeys(answers.keySet());
                assertThat(FlagsmithFeature.retain(compared, FlagsmithFeature.queryAll(node, "node", identity)))
                        .describedAs("%s", context)
                        .isEqualTo(FlagsmithFeature.retain(compared, FlagsmithFeature.expected(answers)));
            }

            assertFollows(node);
        }
    }

    @Test
    void theSdkForNodeThatEvaluatesByItselfAgreesAndFollows() {
        Set<String> exact = without(flags.exactFlags("flagsmith"), OF_VERSIONS);
        try (ScriptProcess node = NodeScripts.start("flagsmith-node.mjs")) {
            node.ask("start", client(flags.keys().server(), true));

            for (Map<String, String> context : flags.contexts()) {
                FlagsmithIdentity identity = FlagsmithIdentity.of(context);
                if (identity.isIdentified()) {
                    assertThat(FlagsmithFeature.retain(exact, FlagsmithFeature.queryAll(node, "node", identity)))
                            .describedAs("%s", context)
                            .isEqualTo(FlagsmithFeature.retain(
                                    exact, FlagsmithFeature.expected(flags.answers(identity.context()))));
                }
            }

            assertFollows(node);
        }
    }

    private void assertFollows(ScriptProcess node) {
        Map<String, String> toggled = Map.of("name", "node", "feature", FortyFlags.TOGGLED_FLAG);
        assertThat(node.ask("isEnabled", toggled).asBoolean()).isFalse();
        flags.toggle(true);
        await().until(() -> node.ask("isEnabled", toggled).asBoolean());

        long before = flags.evaluationsCounted("");
        node.ask("report", Map.of("name", "node"));
        await().untilAsserted(() -> assertThat(flags.evaluationsCounted("")).isGreaterThan(before));
    }

    private Map<String, ?> client(String key, boolean local) {
        return Map.of("name", "node", "url", edgeUrl + "/api/v1/", "key", key, "local", local);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSdkForJavaAgreesAndFollows(boolean local) throws FlagsmithClientError {
        Set<String> asked =
                local ? exactForJava() : flags.answers(flags.contexts().get(0)).keySet();
        FlagsmithConfig config = config(local);
        FlagsmithClient client = client(config);
        try {
            for (Map<String, String> context : flags.contexts()) {
                FlagsmithIdentity identity = FlagsmithIdentity.of(context);
                if (identity.isIdentified() || !local) {
                    Set<String> compared = FlagsmithIdentity.withoutPercentages(asked);
                    assertThat(FlagsmithFeature.retain(compared, asked(client, identity)))
                            .describedAs("%s", context)
                            .isEqualTo(FlagsmithFeature.retain(
                                    compared, FlagsmithFeature.expected(flags.answers(identity.context()))));
                }
            }

            assertThat(isEnabled(client)).isFalse();
            flags.toggle(true);
            await().until(() -> isEnabled(client));
            long before = flags.evaluationsCounted("");
            config.getAnalyticsProcessor().flush();
            await().untilAsserted(() -> assertThat(flags.evaluationsCounted("")).isGreaterThan(before));
        } finally {
            client.close();
        }
    }

    private FlagsmithConfig config(boolean local) {
        return FlagsmithConfig.newBuilder()
                .baseUri(edgeUrl + "/api/v1/")
                .withLocalEvaluation(local)
                .withEnvironmentRefreshIntervalSeconds(1)
                .withEnableAnalytics(true)
                .build();
    }

    private FlagsmithClient client(FlagsmithConfig config) {
        String prefix = config.getEnableLocalEvaluation() ? "ser." : "";
        return FlagsmithClient.newBuilder()
                .setApiKey(prefix + flags.keys().server())
                .withConfiguration(config)
                .build();
    }

    private static boolean isEnabled(FlagsmithClient client) throws FlagsmithClientError {
        return client.getIdentityFlags("somebody", Map.of()).isFeatureEnabled(FortyFlags.TOGGLED_FLAG);
    }

    private static Map<String, FlagsmithFeature> asked(FlagsmithClient client, FlagsmithIdentity identity)
            throws FlagsmithClientError {
        Flags answered = identity.isIdentified()
                ? client.getIdentityFlags(identity.identifier(), identity.traits())
                : client.getEnvironmentFlags();
        Map<String, FlagsmithFeature> features = new TreeMap<>();
        answered.getAllFlags()
                .forEach(flag -> features.put(
                        flag.getFeatureName(),
                        new FlagsmithFeature(flag.getEnabled(), FlagsmithFeature.json(flag.getValue()))));
        return features;
    }

    /** Whoever evaluates, there is one answer: OFREP, Flagsmith's identities, and a client by itself. */
    @Test
    void allAgreeOnRandomContexts() throws FlagsmithClientError {
        Set<String> exact = exactForJava();
        Set<String> same = FlagsmithIdentity.withoutPercentages(
                flags.answers(flags.contexts().get(0)).keySet());
        Random random = new Random(SEED);
        FlagsmithClient client = client(config(true));
        long begun = System.nanoTime();
        try {
            for (int i = 0; i < CONTEXTS; i++) {
                FlagsmithIdentity identity = randomIdentity(random);
                Map<String, FlagsmithFeature> expected = FlagsmithFeature.expected(flags.answers(identity.context()));
                assertThat(FlagsmithFeature.retain(same, identify(identity)))
                        .describedAs("%s", identity)
                        .isEqualTo(FlagsmithFeature.retain(same, expected));
                assertThat(FlagsmithFeature.retain(exact, asked(client, identity)))
                        .describedAs("%s", identity)
                        .isEqualTo(FlagsmithFeature.retain(exact, expected));
            }
        } finally {
            client.close();
        }
        RunReport.print(
                "Flagsmith's Java client and the edge: %d contexts, %d flags of which %d by the client: %.1f s",
                CONTEXTS, 40, exact.size(), (System.nanoTime() - begun) / 1e9);
    }

    @Test
    void whoEvaluatesLocallyChoosesTheSubjectsThatTheEdgeChooses() throws FlagsmithClientError {
        // The SDK for Java hashes no traits.
        Set<String> byIdentity = without(without(FlagsmithIdentity.PERCENTAGES, "rollout-by-"), "split-by-");
        FlagsmithClient java = client(config(true));
        try (ScriptProcess node = NodeScripts.start("flagsmith-node.mjs")) {
            node.ask("start", client(flags.keys().server(), true));
            Set<Map<String, FlagsmithFeature>> seen = new HashSet<>();

            for (FlagsmithIdentity subject : FlagsmithIdentity.subjects()) {
                Map<String, FlagsmithFeature> chosen = percentages(identify(subject));
                assertThat(percentages(FlagsmithFeature.queryAll(node, "node", subject)))
                        .describedAs("Node, %s", subject)
                        .isEqualTo(chosen);
                assertThat(FlagsmithFeature.retain(byIdentity, asked(java, subject)))
                        .describedAs("Java, %s", subject)
                        .isEqualTo(FlagsmithFeature.retain(byIdentity, chosen));
                seen.add(chosen);
            }

            assertThat(seen).hasSizeGreaterThan(20);
        } finally {
            java.close();
        }
    }

    private static Map<String, FlagsmithFeature> percentages(Map<String, FlagsmithFeature> features) {
        return FlagsmithFeature.retain(FlagsmithIdentity.PERCENTAGES, features);
    }

    private Map<String, FlagsmithFeature> identify(FlagsmithIdentity identity) {
        List<Map<String, Object>> traits = new ArrayList<>();
        identity.traits().forEach((key, value) -> traits.add(Map.of("trait_key", key, "trait_value", value)));
        RawHttp.Answer answer = post(
                "/api/v1/identities/",
                flags.keys().server(),
                FlagsmithFeature.json(Map.of("identifier", identity.identifier(), "traits", traits)));
        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(200);
        Map<String, FlagsmithFeature> features = new TreeMap<>();
        json(answer)
                .path("flags")
                .forEach(flag -> features.put(
                        flag.at("/feature/name").asText(), FlagsmithFeature.of(flag, "feature_state_value")));
        return features;
    }

    private static FlagsmithIdentity randomIdentity(Random random) {
        Map<String, Object> traits = new TreeMap<>();
        put(traits, random, "country", "SE", "NO", "DK", "FI", "DE", "se", "");
        put(
                traits,
                random,
                "email",
                "ada@example.com",
                "ADA@EXAMPLE.ORG",
                "bo@example.org",
                "x@elsewhere.net",
                "@",
                "");
        put(traits, random, "age", "30", "29", "31", "12", "17.5", "thirty", "-1");
        put(traits, random, "version", "2.0.0", "1.9.9", "2.0.0-rc.1", "10.0.0", "2.0.1+build", "v2", "1.0");
        put(traits, random, "company", "acme", "umbrella", "initech", "");
        put(traits, random, "remoteAddress", "10.1.2.3", "192.168.0.1", "2001:db8::7", "nowhere");
        put(traits, random, "sessionId", "s-" + random.nextInt(1_000));
        put(traits, random, "currentTime", "2025-06-01T12:30:00Z", "2026-06-01T00:00:00Z");
        return new FlagsmithIdentity("user-" + Long.toString(random.nextLong(), 36), traits);
    }

    /** Of one trait in five nothing is known. */
    private static void put(Map<String, Object> traits, Random random, String key, Object... values) {
        if (random.nextInt(5) > 0) {
            traits.put(key, values[random.nextInt(values.length)]);
        }
    }

    @Test
    @Timeout(60)
    void whoListensIsToldOfAChange() throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(edgeUrl + "/sse/environments/"
                                        + flags.keys().client() + "/stream"))
                                .version(HttpClient.Version.HTTP_1_1)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());

        try (BufferedReader events = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(stream.statusCode()).isEqualTo(200);
            double before = updatedAt(events);
            assertThat(before).isEqualTo(documentUpdatedAt());

            flags.toggle(true);

            double after = updatedAt(events);
            assertThat(after).isGreaterThan(before).isEqualTo(documentUpdatedAt());
        }
    }

    /** The time in the next event; the stream's end is a failure. */
    private static double updatedAt(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.equals("event: environment_updated")) {
            line = events.readLine();
        }
        String data = events.readLine();
        assertThat(data).startsWith("data: ");
        return JSON.readTree(data.substring("data: ".length()))
                .path("updated_at")
                .asDouble();
    }

    private double documentUpdatedAt() {
        return Double.parseDouble(
                get("/api/v1/flags/", flags.keys().client()).header("x-flagsmith-document-updated-at"));
    }

    @Test
    void theEdgeProxysCommandsWorkAsPrinted() {
        RawHttp.Answer environment = get("/api/v1/flags", flags.keys().client());
        RawHttp.Answer identity = post(
                "/api/v1/identities/?identifier=do_it_all_in_one_go_identity",
                flags.keys().client(),
                "{\n  \"traits\": [\n      {\n          \"trait_value\": 123.5,\n          \"trait_key\":"
                        + " \"my_trait_key\"\n      },\n      {\n          \"trait_value\": true,\n"
                        + "          \"trait_key\": \"my_other_key\"\n      }\n  ],\n"
                        + "  \"identifier\": \"do_it_all_in_one_go_identity\"\n}");

        assertThat(environment.status()).isEqualTo(200);
        assertThat(json(environment)).hasSize(39);
        assertThat(identity.status()).isEqualTo(200);
        assertThat(json(identity).path("identifier").asText()).isEqualTo("do_it_all_in_one_go_identity");
        assertThat(json(identity).path("traits"))
                .hasToString(
                        "[{\"trait_key\":\"my_trait_key\",\"trait_value\":123.5},{\"trait_key\":\"my_other_key\",\"trait_value\":true}]");
        assertThat(json(identity).path("flags")).hasSize(39);
        assertThat(json(get("/proxy/health", "")).path("status").asText()).isEqualTo("ok");
        assertThat(get("/sse/health", "").body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/flags",
                "/api/v1/flags/",
                "/api/v1/identities?identifier=ada",
                "/api/v1/identities/?identifier=ada",
                "/api/v1/environment-document",
                "/api/v1/environment-document/",
                "/proxy/health",
                "/proxy/health/",
                "/proxy/health/readiness",
                "/proxy/health/liveness",
                "/sse/health",
                "/sse/health/"
            })
    void aSlashAtTheEndMakesNoDifference(String path) {
        assertThat(get(path, flags.keys().server()).status()).isEqualTo(200);
    }

    @Test
    void clientsNeverSeeWhatIsForServers() {
        String client = flags.keys().client();
        RawHttp.Answer secret = get("/api/v1/flags/?feature=" + FortyFlags.SERVER_ONLY, client);
        RawHttp.Answer document = get("/api/v1/environment-document/", client);

        assertThat(get("/api/v1/flags/", client).body()).doesNotContain(FortyFlags.SERVER_ONLY, "for servers");
        assertThat(secret.status()).isEqualTo(404);
        assertThat(secret.body())
                .isEqualTo("{\"status\":\"not_found\",\"message\":\"feature 'server-only' not found\"}");
        assertThat(document.status()).isEqualTo(403);
        assertThat(document.body()).startsWith("{\"status\":\"forbidden\",\"message\":");
        assertThat(get("/api/v1/flags/", "guessed").body())
                .isEqualTo("{\"status\":\"unauthorized\",\"message\":\"unknown key 'guessed'\"}");
    }

    static Stream<Arguments> hostile() {
        String identities = "/api/v1/identities/";
        return Stream.of(
                argumentSet("no key", identities, "", "{}", 401, "{\"status\":\"unauthorized\","),
                argumentSet(
                        "more than is read",
                        identities,
                        SERVER,
                        "x".repeat(3_000_000),
                        413,
                        "{\"detail\":\"the request body"),
                argumentSet("no JSON", identities, SERVER, "{\0", 422, "{\"detail\":[{\"type\":\"value_error\","),
                argumentSet("no identifier", identities, SERVER, "{}", 422, "{\"detail\":[{\"type\":\"missing\","),
                argumentSet("a report that is none", "/api/v1/analytics/flags/", SERVER, "[[", 200, ""),
                argumentSet("a second report that is none", "/api/v2/analytics/flags", SERVER, "[[", 204, ""));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatNoClientShouldSendIsAnsweredAllTheSame(String path, String key, String body, int status, String begin) {
        RawHttp.Answer answer = post(path, key.equals(SERVER) ? flags.keys().server() : key, body);

        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith(begin);
    }

    @Test
    void whatIsNoStreamIsRefused() {
        assertThat(get("/sse/environments/guessed/stream", "").body())
                .isEqualTo("{\"status\":\"unauthorized\",\"message\":\"unknown key 'guessed'\"}");
        assertThat(get("/sse/environments/", "").body()).isEqualTo("{\"detail\":\"Not Found\"}");
    }

    @Test
    void aStreamIsOnlyAskedForByGet() {
        for (String method : List.of("POST", "DELETE")) {
            RawHttp.Answer answer = RawHttp.send(
                    edgeUrl, method, "/sse/environments/" + flags.keys().client() + "/stream", Map.of(), new byte[0]);

            assertThat(answer.status()).describedAs(method).isEqualTo(405);
            assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
            assertThat(answer.header("content-type")).startsWith("application/json");
        }
    }

    @Test
    void headersOfAStreamComeAloneOverHead() {
        RawHttp.Answer answer = RawHttp.send(
                edgeUrl, "HEAD", "/sse/environments/" + flags.keys().client() + "/stream", Map.of(), new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/event-stream");
    }

    private Set<String> exactForJava() {
        return without(without(flags.exactFlags("flagsmith"), OF_VERSIONS), NESTED);
    }

    private static Set<String> without(Set<String> flags, String beginning) {
        return flags.stream().filter(flag -> !flag.startsWith(beginning)).collect(Collectors.toSet());
    }

    private RawHttp.Answer get(String path, String key) {
        return RawHttp.send(edgeUrl, "GET", path, Map.of("x-environment-key", key), new byte[0]);
    }

    private RawHttp.Answer post(String path, String key, String body) {
        return RawHttp.send(
                edgeUrl,
                "POST",
                path,
                Map.of("X-Environment-Key", key, "Content-Type", "application/json; charset=utf-8"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(RawHttp.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }
}
