package dev.jackstaff.protocols.flexflag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.protocols.AdjustableClock;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.Readiness;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlexflagHandlerTest {
    private final AdjustableClock clock = new AdjustableClock();
    private final UsageCounter usage = new UsageCounter();
    private final LiveEnvironments environments = new LiveEnvironments();
    private final FlexflagHandler flexflag =
            new FlexflagHandler(environments, new FlexflagStatistics(), usage, clock, clock::nanoTime);

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(
                7,
                EnvironmentFixtures.serving("plain", Value.of(true)),
                EnvironmentFixtures.serving("text", Value.of("blue")),
                EnvironmentFixtures.forSwedes("swedes"),
                EnvironmentFixtures.off("off"),
                EnvironmentFixtures.serverOnly("secret"),
                EnvironmentFixtures.broken("broken")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'flag_key':'swedes','user_id':'u','attributes':{'country':'SE'}}",
                "{'flag_key':'swedes','user_key':'u','attributes':{'country':'SE'}}",
                "{'flag_key':'swedes','user_context':{'user_id':'u','attributes':{'country':'SE'}}}",
                "{'flag_key':'swedes','user_context':{'userId':'u','country':'SE'},'environment':'production'}",
                "{'flagKey':'swedes','context':{'userId':'u','attributes':{'country':'SE'}},'environment':'x'}",
                "{'flagKey':'swedes','context':{'user_id':'u','country':'SE'}}",
                "{'flag_key':'swedes','user_context':null,'attributes':{'country':'SE','n':null},'unknown':[1,{}]}"
            })
    void everySpellingIsUnderstood(String body) throws IOException {
        JsonNode answer = json(flexflag.evaluate(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes(body)));

        assertThat(answer.path("flag_key").asText()).isEqualTo("swedes");
        assertThat(answer.path("value").asBoolean()).isTrue();
        assertThat(answer.path("variation").asText()).isEqualTo("on");
        assertThat(answer.path("reason").asText()).isEqualTo("rule_match");
        assertThat(answer.path("default").asBoolean()).isFalse();
        assertThat(answer.path("matched").asBoolean()).isTrue();
        assertThat(answer.has("rule_id")).isFalse();
        assertThat(answer.has("evaluation_time_ms") && answer.has("timestamp")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"12345678.9,12345678.9", "1e7,10000000", "1.5e-3,0.0015", "5.0,5", "-0.25,-0.25", "1e21,1e+21"})
    void aNumberIsTheTextThatEveryProtocolHas(String json, String text) {
        EvaluationContext beside = FlexflagRequest.parse(
                        bytes("{'user_id':" + json + ",'attributes':{'amount':" + json + "}}"), Caller.ofKey(null))
                .context();
        EvaluationContext within = FlexflagRequest.parse(
                        bytes("{'context':{'userId':" + json + ",'amount':" + json + "}}"), Caller.ofKey(null))
                .context();

        assertThat(beside.text("amount")).isEqualTo(text);
        assertThat(beside.subject()).isEqualTo(text);
        assertThat(within.text("amount")).isEqualTo(text);
        assertThat(within.subject()).isEqualTo(text);
    }

    @Test
    void whoIsAskedForDecidesTheBucket() {
        assertThat(FlexflagRequest.parse(bytes("{'user_context':{'user_id':'u'}}"), Caller.ofKey(null))
                        .context()
                        .text("targetingKey"))
                .isEqualTo("u");
        assertThat(FlexflagRequest.parse(bytes("{'user_id':'a','user_context':{'user_id':'u'}}"), Caller.ofKey(null))
                        .context()
                        .text("targetingKey"))
                .isEqualTo("a");
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("without rules", "plain", "true", "default", true),
                argumentSet("text", "text", "\"blue\"", "default", true),
                argumentSet("no rule matches", "swedes", "false", "default", true),
                argumentSet("off", "off", "false", "flag_disabled", true));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersInFlexflagsWords(String flag, String value, String reason, boolean byDefault) throws IOException {
        JsonNode answer = json(
                flexflag.evaluate(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{'flag_key':'" + flag + "'}")));

        assertThat(answer.path("value")).hasToString(value);
        assertThat(answer.path("reason").asText()).isEqualTo(reason);
        assertThat(answer.path("default").asBoolean()).isEqualTo(byDefault);
    }

    @Test
    void aServerKeySeesWhichRuleMatched() throws IOException {
        String body = "{'flag_key':'swedes','attributes':{'country':'SE'}}";

        assertThat(json(flexflag.evaluate(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes(body)))
                        .path("rule_id")
                        .asText())
                .isEqualTo("Swedes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flag_keys", "flags", "flagKeys"})
    void aBatchAnswersUnderEveryName(String name) throws IOException {
        String body = "{'" + name + "':['plain','nowhere','secret','plain'],'context':{}}";

        JsonNode answer = json(flexflag.evaluateBatch(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes(body)));

        assertThat(answer.at("/evaluations/plain/value").asBoolean()).isTrue();
        assertThat(answer.at("/evaluations/nowhere")).hasToString("{\"error\":\"flag not found\"}");
        assertThat(answer.at("/evaluations/secret")).hasToString("{\"error\":\"flag not found\"}");
        assertThat(answer.path("results")).isEqualTo(answer.path("evaluations"));
        assertThat(answer.path("flags")).hasToString("{\"plain\":true}");
        assertThat(answer.path("flags_evaluated").asInt()).isEqualTo(3);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("no flag", EnvironmentFixtures.CLIENT_KEY, "{}", 400, "flag_key is required"),
                argumentSet("no object", EnvironmentFixtures.CLIENT_KEY, "'x'", 400, "the body must be a JSON object"),
                argumentSet("no key", null, "{'flag_key':'plain'}", 401, "API key required"),
                argumentSet("an unknown key", "ff_x", "{'flag_key':'plain'}", 401, "Invalid API key"),
                argumentSet("unknown", EnvironmentFixtures.CLIENT_KEY, "{'flag_key':'nowhere'}", 404, "flag not found"),
                argumentSet(
                        "half a pair", EnvironmentFixtures.CLIENT_KEY, "{'flag_key':'\\ud800'}", 404, "flag not found"),
                argumentSet(
                        "for servers", EnvironmentFixtures.CLIENT_KEY, "{'flag_key':'secret'}", 404, "flag not found"),
                argumentSet(
                        "broken",
                        EnvironmentFixtures.CLIENT_KEY,
                        "{'flag_key':'broken'}",
                        400,
                        "this flag cannot be evaluated"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesInFlexflagsForm(@Nullable String key, String body, int status, String error) throws IOException {
        Reply reply = flexflag.evaluate(Caller.ofKey(key), bytes(body));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(json(reply).path("error").asText()).isEqualTo(error);
    }

    @Test
    void aBatchHasItsLimit() throws IOException {
        String keys = IntStream.range(0, 10_001).mapToObj(n -> "'f" + n + "'").collect(Collectors.joining(","));

        Reply reply = flexflag.evaluateBatch(
                Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{'flag_keys':[" + keys + "]}"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(reply).path("error").asText()).contains("10000");
    }

    @Test
    void theStatisticsAreTrue() throws IOException {
        for (String flag : new String[] {"plain", "plain", "swedes", "nowhere"}) {
            flexflag.evaluate(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{'flag_key':'" + flag + "'}"));
        }

        JsonNode client = json(flexflag.statistics(EnvironmentFixtures.CLIENT_KEY));

        assertThat(client.path("total_requests").asInt()).isEqualTo(4);
        assertThat(client.path("cache_hits").asInt()).isEqualTo(3);
        assertThat(client.path("cache_misses").asInt()).isEqualTo(1);
        assertThat(client.path("hit_rate").asDouble()).isEqualTo(0.75);
        assertThat(client.path("flag_count").asInt()).isEqualTo(5);
        assertThat(json(flexflag.statistics(EnvironmentFixtures.SERVER_KEY))
                        .path("flag_count")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void anEdgeIsReadyOnceAllSnapshotsAreThere() throws IOException {
        Freshness freshness = new Freshness();
        LiveEnvironments none = new LiveEnvironments();
        Reply before = FlexflagReadinessResource.readiness(none, new Readiness(none, new Freshness()));
        freshness.confirm("demo/production", Duration.ofMinutes(1));
        Instant confirmed = Instant.now().minus(Duration.ofMinutes(1));
        Reply after = FlexflagReadinessResource.readiness(environments, new Readiness(environments, freshness));

        assertThat(before.status()).isEqualTo(503);
        assertThat(after.status()).isEqualTo(200);
        assertThat(json(after).path("cache_size").asInt()).isEqualTo(6);
        assertThat(Instant.parse(
                        json(after).path("sync_status").path("last_sync").asText()))
                .isBetween(confirmed.minusSeconds(60), confirmed.plusSeconds(60));
    }

    private static JsonNode json(Reply reply) throws IOException {
        return new ObjectMapper().readTree(reply.body());
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
