package dev.jackstaff.protocols.fluxgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.KeylessAccess;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FluxgateHandlerTest {
    private final UsageCounter usage = new UsageCounter();
    private static final String OURS = "'environment_id':'" + EnvironmentFixtures.ENVIRONMENT_ID + "'";

    private final LiveEnvironments environments = new LiveEnvironments();
    private final FluxgateHandler fluxgate = new FluxgateHandler(environments, KeylessAccess.none(), usage);

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(
                7,
                EnvironmentFixtures.serving("plain", Value.of(true)),
                EnvironmentFixtures.serving("price", Value.of(7.99)),
                EnvironmentFixtures.serving("object", Value.parse(ValueType.JSON, "{\"timeout_ms\": 15000}")),
                EnvironmentFixtures.forSwedes("swedes"),
                EnvironmentFixtures.off("off"),
                EnvironmentFixtures.serverOnly("secret"),
                EnvironmentFixtures.broken("broken")));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet(
                        "a flag that is on without rules is a match",
                        "'flagKey':'plain','context':{'bucketingKey':'u'," + OURS + "}",
                        "{'flagKey':'plain','value':true,'variant':'on','reason':'TARGETED_MATCH'}"),
                argumentSet(
                        "a number",
                        "'flagKey':'price','context':{'bucketingKey':'u'," + OURS + "}",
                        "{'flagKey':'price','value':7.99,'variant':'on','reason':'TARGETED_MATCH'}"),
                argumentSet(
                        "an object",
                        "'flagKey':'object','context':{'bucketingKey':'u'," + OURS + "}",
                        "{'flagKey':'object','value':{'timeout_ms':15000},'variant':'on','reason':'TARGETED_MATCH'}"),
                argumentSet(
                        "a rule, whose name a client key does not see",
                        "'flagKey':'swedes','context':{'bucketingKey':'u','country':'SE'," + OURS + "}",
                        "{'flagKey':'swedes','value':true,'variant':'on','reason':'TARGETED_MATCH'}"),
                argumentSet(
                        "no rule that matches",
                        "'flagKey':'swedes','context':{'bucketingKey':'u','country':'DK'," + OURS + "}",
                        "{'flagKey':'swedes','value':false,'variant':null,'reason':'DEFAULT'}"),
                argumentSet(
                        "a flag that is off",
                        "'flagKey':'off','context':{'bucketingKey':'u'," + OURS + "}",
                        "{'flagKey':'off','value':false,'variant':null,'reason':'DISABLED'}"),
                argumentSet(
                        "an unknown flag",
                        "'flagKey':'nowhere','context':{'bucketingKey':'u'," + OURS + "}",
                        "{'flagKey':'nowhere','value':false,'variant':null,'reason':'DEFAULT',"
                                + "'errorCode':'FLAG_NOT_FOUND'}"),
                argumentSet(
                        "a flag for servers only is as unknown to a client key",
                        "'flagKey':'secret','context':{'bucketingKey':'u'," + OURS + "}",
                        "{'flagKey':'secret','value':false,'variant':null,'reason':'DEFAULT',"
                                + "'errorCode':'FLAG_NOT_FOUND'}"),
                argumentSet(
                        "another environment, whose flags are not told apart",
                        "'flagKey':'plain','context':{'bucketingKey':'u','environment_id':'somewhere-else'}",
                        "{'flagKey':'plain','value':false,'variant':null,'reason':'DEFAULT',"
                                + "'errorCode':'ENVIRONMENT_NOT_FOUND'}"),
                argumentSet(
                        "the older spelling, whose client reads enabled",
                        "'feature_key':'swedes','environment_id':'" + EnvironmentFixtures.ENVIRONMENT_ID
                                + "','context':[{'key':'country','value':'SE'}]",
                        "{'flagKey':'swedes','value':true,'variant':'on','reason':'TARGETED_MATCH','enabled':true}"),
                argumentSet(
                        "several features",
                        "'features':['plain','off'],'context':{}",
                        "{'plain':{'enabled':true,'variant':'on','reason':'RULE_MATCH'},"
                                + "'off':{'enabled':false,'variant':null,'reason':'DEFAULT'}}"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersInFluxgatesWords(String members, String expected) {
        Reply reply = fluxgate.evaluate(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{" + members + "}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).isEqualTo(expected.replace('\'', '"'));
        assertThat(reply.headers()).containsEntry("Jackstaff-Revision", "7");
    }

    @Test
    void theTargetingKeyGoesBeforeTheBucketingKey() {
        FluxgateRequest both = FluxgateRequest.parse(
                bytes("{'flagKey':'f','context':{'targetingKey':'t','bucketingKey':'b'}}"), Caller.ofKey(null));
        FluxgateRequest one =
                FluxgateRequest.parse(bytes("{'flagKey':'f','context':{'bucketingKey':'b'}}"), Caller.ofKey(null));

        assertThat(both.context().text("targetingKey")).isEqualTo("t");
        assertThat(one.context().text("targetingKey")).isEqualTo("b");
        assertThat(one.context().text("bucketingKey")).isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({"12345678.9,12345678.9", "1e7,10000000", "1.5e-3,0.0015", "5.0,5", "-0.25,-0.25", "1e21,1e+21"})
    void aNumberIsTheTextThatEveryProtocolHas(String json, String text) {
        EvaluationContext context = FluxgateRequest.parse(
                        bytes("{'flagKey':'f','context':{'bucketingKey':" + json + ",'amount':" + json + "}}"),
                        Caller.ofKey(null))
                .context();
        EvaluationContext older = FluxgateRequest.parse(
                        bytes("{'feature_key':'f','context':[{'key':'amount','value':" + json + "}]}"),
                        Caller.ofKey(null))
                .context();

        assertThat(context.text("amount")).isEqualTo(text);
        assertThat(context.subject()).isEqualTo(text);
        assertThat(older.text("amount")).isEqualTo(text);
    }

    @Test
    void aServerKeySeesWhichRuleMatched() {
        String body = "{'flagKey':'swedes','context':{'country':'SE'}}";

        assertThat(text(fluxgate.evaluate(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes(body))))
                .endsWith("\"metadata\":{\"rule\":\"Swedes\"}}");
    }

    @Test
    void theSecretInTheBodyGoesBeforeTheHeader() {
        String body = "{'flagKey':'secret','context':{},'client_id':'x','client_secret':'"
                + EnvironmentFixtures.SERVER_KEY + "'}";

        assertThat(text(fluxgate.evaluate(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes(body))))
                .contains("\"value\":true");
        assertThat(fluxgate.evaluate(
                                Caller.ofKey(EnvironmentFixtures.SERVER_KEY),
                                bytes(body.replace("_of-the-test", "_wrong")))
                        .status())
                .isEqualTo(401);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("no flag", EnvironmentFixtures.CLIENT_KEY, "{}", 400, "PARSE_ERROR"),
                argumentSet("no body", EnvironmentFixtures.CLIENT_KEY, "", 400, "PARSE_ERROR"),
                argumentSet("a list", EnvironmentFixtures.CLIENT_KEY, "[1]", 400, "PARSE_ERROR"),
                argumentSet("half a document", EnvironmentFixtures.CLIENT_KEY, "{'flagKey':", 400, "PARSE_ERROR"),
                argumentSet(
                        "deep nesting",
                        EnvironmentFixtures.CLIENT_KEY,
                        "{'a':" + "[".repeat(9_000),
                        400,
                        "PARSE_ERROR"),
                argumentSet("no key", null, "{'flagKey':'plain'}", 401, "UNAUTHORIZED"),
                argumentSet("an unknown key", "jks_client_x", "{'flagKey':'plain'}", 401, "UNAUTHORIZED"),
                argumentSet(
                        "an expired key", EnvironmentFixtures.EXPIRED_KEY, "{'flagKey':'plain'}", 401, "UNAUTHORIZED"),
                argumentSet("an admin key", "jks_admin_x", "{'flagKey':'plain'}", 403, "FORBIDDEN"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesInFluxgatesForm(@Nullable String key, String body, int status, String code) {
        Reply reply = fluxgate.evaluate(Caller.ofKey(key), bytes(body));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(text(reply))
                .startsWith("{\"value\":null,\"variant\":null,\"reason\":\"ERROR\",\"errorCode\":\"" + code + "\"");
    }

    @Test
    void halfASurrogatePairIsNoFailure() {
        Reply reply = fluxgate.evaluate(
                Caller.ofKey(EnvironmentFixtures.CLIENT_KEY),
                bytes("{'flagKey':'\\ud800','context':{'bucketingKey':'\\udc00'}}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).contains("FLAG_NOT_FOUND");
    }

    @Test
    void aFlagThatCannotBeEvaluatedIsNotTakenForOff() {
        String answer = text(fluxgate.evaluate(
                Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{'flagKey':'broken','context':{}}")));

        assertThat(answer)
                .contains("\"reason\":\"ERROR\"", "\"errorCode\":\"PARSE_ERROR\"")
                .doesNotContain("rule");
    }

    @Test
    void whatHealsByItselfIsUnavailable() {
        Reply reply = new FluxgateHandler(new LiveEnvironments(), KeylessAccess.none(), usage)
                .evaluate(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), bytes("{'flagKey':'plain'}"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void aConfiguredKeyServesThoseWhoSendNone() {
        FluxgateHandler open =
                new FluxgateHandler(environments, KeylessAccess.withKey(EnvironmentFixtures.CLIENT_KEY), usage);

        assertThat(text(open.evaluate(Caller.ofKey(null), bytes("{'flagKey':'plain'}"))))
                .contains("\"value\":true");
        assertThat(open.evaluate(Caller.ofKey("jks_client_wrong"), bytes("{'flagKey':'plain'}"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aConfiguredEnvironmentIsSeenAsByAClientKey() {
        FluxgateHandler open = new FluxgateHandler(environments, KeylessAccess.toEnvironment("demo/production"), usage);

        assertThat(text(open.evaluate(Caller.ofKey(null), bytes("{'flagKey':'plain'}"))))
                .contains("\"value\":true");
        assertThat(text(open.evaluate(Caller.ofKey(null), bytes("{'flagKey':'secret'}"))))
                .contains("FLAG_NOT_FOUND");
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
