package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.getunleash.DefaultUnleash;
import io.getunleash.Unleash;
import io.getunleash.UnleashContext;
import io.getunleash.util.UnleashConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Unleash's own SDKs, pointed at the edge, say of the forty flags what OpenFeature clients are told, follow a change without a
 * restart, and have their usage counted.
 */
@UsesSharedStack
@Tag("sdk")
class UnleashST {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Operators that are newer than Unleash's SDK for Java, which has the features off. */
    private static final Set<String> UNKNOWN_TO_JAVA =
            Set.of("operator-in-cidr", "operator-semver-gte", "operator-semver-lte");

    private final String edgeUrl;
    private final FortyFlags flags;

    UnleashST(StackUnderTest installation) {
        this.edgeUrl = installation.quickstart().edgeUrl();
        this.flags = FortyFlags.in(installation, "unleash-clients");
    }

    @BeforeEach
    void theFlagIsOff() {
        flags.begin();
    }

    @Test
    void theFlagsAreForty() {
        Map<String, String> context = flags.contexts().get(0);

        assertThat(flags.answers(context)).hasSize(40);
        assertThat(flags.clientAnswers(context)).hasSize(39).doesNotContainKey(FortyFlags.SERVER_ONLY);
        assertThat(flags.fidelity("unleash").values()).containsOnly("exact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"polling\",\"format\":\"full\"}",
                "{\"type\":\"polling\",\"format\":\"delta\"}",
                "{\"type\":\"streaming\"}"
            })
    void theSdkForNodeAgreesAndFollows(String mode) throws IOException {
        String name = "node-" + mode.replaceAll("[^a-z]+", "-");
        try (ScriptProcess node = NodeScripts.start("unleash-node.mjs")) {
            node.ask(
                    "start",
                    Map.of(
                            "name",
                            name,
                            "url",
                            edgeUrl + "/api/",
                            "key",
                            flags.keys().server(),
                            "mode",
                            JSON.readTree(mode)));

            for (Map<String, String> context : flags.contexts()) {
                JsonNode features = node.ask("evaluate", Map.of("name", name, "context", context));
                assertThat(UnleashFeature.byName(features))
                        .describedAs("%s", context)
                        .isEqualTo(UnleashFeature.expected(flags.answers(context)));
            }

            Map<String, String> asked = Map.of("name", name, "feature", FortyFlags.TOGGLED_FLAG);
            flags.toggle(true);
            await().until(() -> node.ask("isEnabled", asked).asBoolean());
            flags.toggle(false);
            await().until(() -> !node.ask("isEnabled", asked).asBoolean());
            await().untilAsserted(
                            () -> assertThat(flags.evaluationsCounted(name)).isPositive());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSdkForBrowsersAgreesAndFollows(boolean post) {
        try (ScriptProcess browser = NodeScripts.start("unleash-proxy.mjs")) {
            for (Map<String, String> context : flags.contexts()) {
                Map<String, UnleashFeature> on = UnleashFeature.expected(flags.clientAnswers(context));
                on.values().removeIf(feature -> !feature.enabled());

                assertThat(UnleashFeature.byName(browser.ask("evaluate", frontend(context, post))))
                        .describedAs("%s", context)
                        .isEqualTo(on);
            }

            long before = flags.evaluationsCounted("browser");
            browser.ask("watch", frontend(flags.contexts().get(0), post));
            Map<String, String> asked = Map.of("feature", FortyFlags.TOGGLED_FLAG);
            assertThat(browser.ask("isEnabled", asked).asBoolean()).isFalse();
            flags.toggle(true);
            await().until(() -> browser.ask("isEnabled", asked).asBoolean());
            await().untilAsserted(() ->
                    assertThat(flags.evaluationsCounted("browser")).isGreaterThan(before));
        }
    }

    private Map<String, ?> frontend(Map<String, String> context, boolean post) {
        return Map.of("url", edgeUrl + "/api/frontend", "key", flags.keys().client(), "context", context, "post", post);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSdkForJavaAgreesAndFollows(boolean streaming) {
        String name = streaming ? "java-streaming" : "java-polling";
        UnleashConfig.Builder config = UnleashConfig.builder()
                .appName(name)
                .instanceId("system-test")
                .unleashAPI(edgeUrl + "/api/")
                .apiKey(flags.keys().server())
                .fetchTogglesInterval(1)
                .sendMetricsInterval(1)
                .synchronousFetchOnInitialisation(!streaming);
        if (streaming) {
            config.experimentalStreamingMode();
        }
        Unleash unleash = new DefaultUnleash(config.build());
        try {
            await().until(() -> unleash.isEnabled("boolean-on"));
            for (Map<String, String> context : flags.contexts()) {
                Map<String, UnleashFeature> expected = UnleashFeature.expected(flags.answers(context));
                expected.keySet().removeAll(UNKNOWN_TO_JAVA);
                Map<String, UnleashFeature> features = new TreeMap<>();
                expected.keySet().forEach(flag -> features.put(flag, feature(unleash, flag, context)));
                assertThat(features).describedAs("%s", context).isEqualTo(expected);
            }

            assertThat(unleash.isEnabled(FortyFlags.TOGGLED_FLAG)).isFalse();
            flags.toggle(true);
            await().until(() -> unleash.isEnabled(FortyFlags.TOGGLED_FLAG));
            await().untilAsserted(
                            () -> assertThat(flags.evaluationsCounted(name)).isPositive());
        } finally {
            unleash.shutdown();
        }
    }

    @Test
    void parametersAreTextInAnyLanguage() {
        Map<String, String> key = Map.of("Authorization", flags.keys().server());

        assertThat(RawHttp.send(
                                edgeUrl,
                                "GET",
                                "/api/client/features?namePrefix=sm%C3%B8rrebr%C3%B8d",
                                key,
                                new byte[0])
                        .body())
                .contains("\"namePrefix\":\"smørrebrød\"");
    }

    @Test
    void aTokenThatUnleashIssuedIsAKey() {
        String token = "*:production." + UUID.randomUUID().toString().replace("-", "") + "0123456789abcdef";
        flags.importKey(token, "client");

        await().untilAsserted(() -> {
            RawHttp.Answer answer =
                    RawHttp.send(edgeUrl, "GET", "/api/proxy/all", Map.of("Authorization", token), new byte[0]);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("\"name\":\"boolean-on\"").doesNotContain(FortyFlags.SERVER_ONLY);
        });
        byte[] question =
                ("{\"tokens\":[\"" + token + "\",\"*:production.unknown\"]}").getBytes(StandardCharsets.UTF_8);
        assertThat(RawHttp.send(edgeUrl, "POST", "/edge/validate", Map.of(), question)
                        .body())
                .isEqualTo("{\"tokens\":[{\"token\":\"" + token
                        + "\",\"type\":\"frontend\",\"environment\":\"production\","
                        + "\"projects\":[\"unleash-clients\"],\"status\":\"Validated\"}]}");
    }

    @Test
    void operatorsSeeWhatTheyAreUsedTo() {
        Map<String, String> key = Map.of("Authorization", flags.keys().server());
        byte[] below = "{\"identifier\":\"below\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(RawHttp.send(edgeUrl, "POST", "/api/client/metrics/edge", key, below)
                        .status())
                .isEqualTo(202);

        assertThat(RawHttp.send(edgeUrl, "GET", "/internal-backstage/instancedata", key, new byte[0])
                        .body())
                .contains("\"connected_instances\":[{\"identifier\":\"below\"}]}");
        assertThat(RawHttp.send(edgeUrl, "GET", "/internal-backstage/metricsbatch", key, new byte[0])
                        .body())
                .contains("{\"applications\":[],\"metrics\":[");
        assertThat(RawHttp.send(edgeUrl, "POST", "/api/client/edge-licensing/heartbeat", key, new byte[0])
                        .body())
                .isEqualTo("{\"edgeLicenseState\":\"Valid\"}");
    }

    static Stream<Arguments> hostile() {
        Map<String, String> none = Map.of();
        return Stream.of(
                argumentSet("more than is read", "/api/client/metrics", none, new byte[3_000_000], 413),
                argumentSet(
                        "a torn gzip", "/api/client/metrics", Map.of("Content-Encoding", "gzip"), new byte[] {31}, 400),
                argumentSet("no JSON", "/api/client/metrics/bulk", none, new byte[] {'{', 0, 1}, 400),
                argumentSet(
                        "two types",
                        "/api/client/metrics",
                        Map.of("Content-Type", "application/json, application/json"),
                        new byte[] {'{', '}'},
                        202),
                argumentSet("slashes too many", "//api///client/metrics/", none, new byte[] {'{', '}'}, 202),
                argumentSet("no key", "/api/client/register", Map.of("Authorization", ""), new byte[0], 401),
                argumentSet(
                        "a key of nobody",
                        "/api/client/register",
                        Map.of("Authorization", "*:production.abc"),
                        new byte[0],
                        401),
                argumentSet("a server key where pages ask", "/api/frontend", none, new byte[0], 403),
                argumentSet("a path that is not there", "/api/client/nothing", none, new byte[0], 404),
                argumentSet("a method that the stream lacks", "/api/client/streaming/", none, new byte[0], 405));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatNoClientShouldSendIsAnsweredAllTheSame(String path, Map<String, String> headers, byte[] body, int status) {
        Map<String, String> sent =
                new HashMap<>(Map.of("Authorization", flags.keys().server()));
        sent.putAll(headers);

        RawHttp.Answer answer = RawHttp.send(edgeUrl, "POST", path, sent, body);

        assertThat(answer.status()).describedAs(answer.body()).isEqualTo(status);
        assertThat(status < 300 || answer.body().contains("\"message\":"))
                .describedAs(answer.body())
                .isTrue();
    }

    private static UnleashFeature feature(Unleash unleash, String flag, Map<String, String> context) {
        UnleashContext asked = unleashContext(context);
        io.getunleash.variant.Variant variant = unleash.getVariant(flag, asked);
        return UnleashFeature.of(
                unleash.isEnabled(flag, asked),
                variant.getName(),
                variant.getPayload().map(payload -> payload.getType()).orElse(""),
                variant.getPayload().map(payload -> payload.getValue()).orElse(""));
    }

    private static UnleashContext unleashContext(Map<String, String> context) {
        UnleashContext.Builder asked = UnleashContext.builder();
        context.forEach((name, value) -> {
            switch (name) {
                case "targetingKey" -> asked.userId(value);
                case "sessionId" -> asked.sessionId(value);
                case "remoteAddress" -> asked.remoteAddress(value);
                case "currentTime" -> asked.currentTime(ZonedDateTime.parse(value));
                default -> asked.addProperty(name, value);
            }
        });
        return asked.build();
    }
}
