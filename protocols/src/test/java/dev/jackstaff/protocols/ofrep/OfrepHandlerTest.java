package dev.jackstaff.protocols.ofrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OfrepHandlerTest {
    private final UsageCounter usage = new UsageCounter();
    private final LiveEnvironments environments = new LiveEnvironments();
    private final AtomicLong nanos = new AtomicLong();
    private Runnable whileWaiting = () -> {};
    private final OfrepHandler ofrep = new OfrepHandler(environments, usage, new RevisionWait(this::nanoTime));

    /** The time, which passes with each look at it. */
    private long nanoTime() {
        whileWaiting.run();
        return nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(
                7,
                EnvironmentFixtures.serving("plain", Value.of(true)),
                EnvironmentFixtures.serving("count", Value.of(10L)),
                EnvironmentFixtures.serving("ratio", Value.of(10.0)),
                EnvironmentFixtures.serving("text", Value.of("a \"b\"")),
                EnvironmentFixtures.serving("object", Value.parse(ValueType.JSON, "{\"a\": [1, 2.50]}")),
                EnvironmentFixtures.forSwedes("swedes"),
                EnvironmentFixtures.off("off"),
                EnvironmentFixtures.serverOnly("secret"),
                EnvironmentFixtures.broken("broken")));
    }

    @Test
    void aSingleAnswerCountsAndABulkOneDoesNot() {
        Caller server = new Caller(EnvironmentFixtures.SERVER_KEY, Map.of(), null, "ofrep-provider/0.2");
        ofrep.evaluate("plain", server, bytes("{}"));
        ofrep.evaluate("plain", Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{}"));
        ofrep.evaluate("off", server, bytes("{}"));
        ofrep.evaluate("nowhere", server, bytes("{}"));
        ofrep.evaluate("secret", Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{}"));
        ofrep.evaluateAll(server, bytes("{}"), null, null);

        assertThat(usage.counts())
                .containsOnly(
                        entry(counted("ofrep-provider/0.2", "plain", true, "on"), 1L),
                        entry(counted("", "plain", true, "on"), 1L),
                        entry(counted("ofrep-provider/0.2", "off", false, ""), 1L),
                        entry(counted("ofrep-provider/0.2", "nowhere", false, ""), 1L));
    }

    private static UsageCounter.CounterKey counted(String sdk, String flag, boolean enabled, String variant) {
        return new UsageCounter.CounterKey("demo/production", "", sdk, flag, enabled, variant);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet(
                        "a boolean",
                        "plain",
                        200,
                        "{'key':'plain','reason':'STATIC','variant':'on','value':true,'metadata':{}}"),
                argumentSet(
                        "an integer without a point",
                        "count",
                        200,
                        "{'key':'count','reason':'STATIC','variant':'on','value':10,'metadata':{}}"),
                argumentSet(
                        "a number with a point",
                        "ratio",
                        200,
                        "{'key':'ratio','reason':'STATIC','variant':'on','value':10.0,'metadata':{}}"),
                argumentSet(
                        "an object as it was written",
                        "object",
                        200,
                        "{'key':'object','reason':'STATIC','variant':'on','value':{'a':[1,2.50]},'metadata':{}}"),
                argumentSet(
                        "the client's default while off without an off variant",
                        "off",
                        200,
                        "{'key':'off','reason':'DISABLED','variant':'','metadata':{}}"),
                argumentSet(
                        "an unknown flag",
                        "nowhere",
                        404,
                        "{'key':'nowhere','errorCode':'FLAG_NOT_FOUND',"
                                + "'errorDetails':'no flag \\\"nowhere\\\" in this environment','metadata':{}}"),
                argumentSet(
                        "a flag that could not be compiled",
                        "broken",
                        400,
                        "{'key':'broken','errorCode':'PARSE_ERROR',"
                                + "'errorDetails':'rule 1: unknown variant \\\"nothing\\\"','metadata':{}}"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersOneFlag(String flag, int status, String body) {
        Reply reply = evaluate(flag, "{}");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(text(reply)).isEqualTo(body.replace('\'', '"'));
        assertThat(reply.headers()).containsEntry("Jackstaff-Revision", "7");
    }

    @Test
    void clientKeysAreNotToldWhyAFlagCouldNotBeCompiled() {
        Reply one = ofrep.evaluate("broken", Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), () -> new byte[0]);
        Reply all = ofrep.evaluateAll(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), () -> new byte[0], null, null);

        assertThat(text(one)).contains("PARSE_ERROR").doesNotContain("nothing");
        assertThat(text(all)).contains("PARSE_ERROR").doesNotContain("nothing");
    }

    @Test
    void aRuleIsNamedInTheMetadata() {
        Reply reply = evaluate("swedes", "{\"context\":{\"targetingKey\":\"7\",\"country\":\"SE\"}}");

        assertThat(text(reply)).contains("\"reason\":\"TARGETING_MATCH\"", "\"metadata\":{\"rule\":\"Swedes\"}");
    }

    @Test
    void theMetadataOfTheFlagIsForAllKeysAndTheRuleWins() {
        environments.serve(EnvironmentFixtures.demoAt(
                8,
                EnvironmentFixtures.off("off").withMetadata(Map.of("team", "\"shop\"")),
                EnvironmentFixtures.forSwedes("swedes")
                        .withMetadata(Map.of("team", "\"shop\"", "tier", "1", "paid", "true", "rule", "7"))));
        byte[] swede = bytes("{\"context\":{\"country\":\"SE\"}}").get();

        Reply server = evaluate("swedes", "{\"context\":{\"country\":\"SE\"}}");
        Reply client = ofrep.evaluate("swedes", Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), () -> swede);
        Reply bulk = ofrep.evaluateAll(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), () -> swede, null, null);

        String own = "\"metadata\":{\"paid\":true,\"rule\":7,\"team\":\"shop\",\"tier\":1}";
        assertThat(text(server))
                .contains("\"metadata\":{\"paid\":true,\"team\":\"shop\",\"tier\":1,\"rule\":\"Swedes\"}");
        assertThat(text(client)).contains(own);
        assertThat(text(evaluate("off", "{}"))).contains("\"metadata\":{\"team\":\"shop\"}");
        assertThat(text(bulk)).contains(own);
    }

    @Test
    void aClientKeyIsNotToldOfRules() {
        Reply single = ofrep.evaluate(
                "swedes", Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{\"context\":{\"country\":\"SE\"}}"));
        Reply bulk = ofrep.evaluateAll(
                Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{\"context\":{\"country\":\"SE\"}}"), null, null);

        assertThat(text(single)).contains("\"reason\":\"TARGETING_MATCH\"").doesNotContain("Swedes");
        assertThat(text(bulk)).contains("\"key\":\"swedes\"").doesNotContain("Swedes");
    }

    static Stream<Arguments> liberal() {
        return Stream.of(
                argumentSet("no body", ""),
                argumentSet("an empty object", "{}"),
                argumentSet("no context", "{\"context\":null}"),
                argumentSet("an empty context", "{\"context\":{}}"),
                argumentSet("a null attribute", "{\"context\":{\"targetingKey\":null}}"),
                argumentSet("other members", "{\"colour\":[{}],\"context\":{\"big\":123456789012345678901234567890}}"));
    }

    @ParameterizedTest
    @MethodSource("liberal")
    void takesWhatRealClientsSend(String body) {
        assertThat(evaluate("plain", body).status()).isEqualTo(200);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("no JSON", "nonsense", "PARSE_ERROR"),
                argumentSet("half an object", "{\"context\":{", "PARSE_ERROR"),
                argumentSet("an array", "[]", "PARSE_ERROR"),
                argumentSet("more than one object", "{}{}", "PARSE_ERROR"),
                argumentSet("too deep", "{\"context\":{\"a\":" + "[".repeat(5_000), "PARSE_ERROR"),
                argumentSet("a context that is none", "{\"context\":7}", "INVALID_CONTEXT"),
                argumentSet("a targeting key that is none", "{\"context\":{\"targetingKey\":7}}", "INVALID_CONTEXT"));
    }

    @Test
    void doesNotTakeInWhatStrangersSend() {
        Supplier<byte[]> body = () -> {
            throw new AssertionError("the body was asked for");
        };

        assertThat(ofrep.evaluate("plain", Caller.ofKey("unknown"), body).status())
                .isEqualTo(401);
        assertThat(ofrep.evaluateAll(Caller.ofKey(null), body, null, null).status())
                .isEqualTo(401);
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] undecodable = {0, 0x11, 0, 0, 0, 0x11, 0, 0};

        Reply reply = ofrep.evaluateAll(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), () -> undecodable, null, null);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply)).contains("PARSE_ERROR");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesInItsOwnForm(String body, String code) {
        Reply single = evaluate("plain", body);
        Reply bulk = ofrep.evaluateAll(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes(body), null, null);

        assertThat(single.status()).isEqualTo(400);
        assertThat(text(single)).startsWith("{\"key\":\"plain\",\"errorCode\":\"" + code + "\"");
        assertThat(text(single)).doesNotContain("Source", "StreamRead");
        assertThat(bulk.status()).isEqualTo(400);
        assertThat(text(bulk)).startsWith("{\"errorCode\":\"" + code + "\"").contains("\"metadata\":{}");
    }

    @Test
    void aClientKeyDoesNotSeeServerOnlyFlags() {
        Reply single = ofrep.evaluate("secret", Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{}"));
        Reply bulk = ofrep.evaluateAll(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{}"), null, null);

        assertThat(single.status()).isEqualTo(404);
        assertThat(text(bulk)).doesNotContain("secret").contains("\"key\":\"plain\"");
        assertThat(text(ofrep.evaluateAll(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes("{}"), null, null)))
                .contains("\"key\":\"secret\"");
    }

    @Test
    void withoutAKeyNothingIsAnswered() {
        Reply reply = ofrep.evaluate("plain", Caller.ofKey(null), bytes("{}"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(text(reply)).contains("\"errorCode\":\"GENERAL\"", "\"metadata\":{}");
    }

    @Test
    void whatHealsByItselfIsUnavailable() {
        Reply reply = new OfrepHandler(new LiveEnvironments(), usage)
                .evaluate("plain", Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes("{}"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void anAnnouncedRevisionIsNotAnsweredWithAnOlderOne() {
        Reply early = ofrep.evaluateAll(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes("{}"), null, "\"8\"");
        Reply now = ofrep.evaluateAll(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes("{}"), null, "\"7\"");
        Reply junk = ofrep.evaluateAll(
                Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes("{}"), null, "99999999999999999999999");

        assertThat(early.status()).isEqualTo(503);
        assertThat(early.headers()).containsEntry("Retry-After", "1");
        assertThat(now.status()).isEqualTo(200);
        assertThat(junk.status()).isEqualTo(200);
    }

    @Test
    void anAnnouncedRevisionThatArrivesInAMomentIsAnswered() {
        whileWaiting = () -> environments.serve(EnvironmentFixtures.demoAt(8));

        Reply held = ofrep.evaluateAll(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes("{}"), null, "\"8\"");

        assertThat(held.status()).isEqualTo(200);
        assertThat(held.headers()).containsEntry("Jackstaff-Revision", "8");
    }

    @Test
    void theSameAnswerNeedNotBeSentTwice() {
        String tag = tagOf(EnvironmentFixtures.SERVER_KEY, "{}", null);

        Reply again = ofrep.evaluateAll(
                Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes("{}"), "W/" + tag + ", \"other\"", null);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers()).containsEntry("ETag", tag).containsEntry("Jackstaff-Revision", "7");
    }

    @Test
    void theTagCoversConfigurationContextAndCredential() {
        String tag = tagOf(EnvironmentFixtures.SERVER_KEY, "{}", null);

        assertThat(tagOf(EnvironmentFixtures.SERVER_KEY, "{\"context\":{\"country\":\"SE\"}}", tag))
                .isNotEqualTo(tag);
        assertThat(tagOf(EnvironmentFixtures.CLIENT_KEY, "{}", tag)).isNotEqualTo(tag);
        environments.serve(EnvironmentFixtures.demoAt(8, EnvironmentFixtures.serving("plain", Value.of(true))));
        assertThat(tagOf(EnvironmentFixtures.SERVER_KEY, "{}", tag)).isNotEqualTo(tag);
    }

    private String tagOf(String key, String body, @Nullable String ifNoneMatch) {
        Reply reply = ofrep.evaluateAll(Caller.ofKey(key), bytes(body), ifNoneMatch, null);
        assertThat(reply.status()).isEqualTo(200);
        return String.valueOf(reply.headers().get("ETag"));
    }

    private Reply evaluate(String flag, String body) {
        return ofrep.evaluate(flag, Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes(body));
    }

    private static Supplier<byte[]> bytes(String text) {
        return () -> text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
