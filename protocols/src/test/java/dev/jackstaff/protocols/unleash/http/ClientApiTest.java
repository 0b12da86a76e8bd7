package dev.jackstaff.protocols.unleash.http;

import static dev.jackstaff.protocols.unleash.http.RequestBodies.payload;
import static dev.jackstaff.protocols.unleash.http.RequestBodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.Value;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientApiTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final UsageCounter usage = new UsageCounter();
    private final ClientApi api = new ClientApi(environments, usage, new UnleashEdgeInstances());

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(
                7,
                EnvironmentFixtures.serving("text", Value.of("a \"b\"")),
                EnvironmentFixtures.forSwedes("swedes"),
                EnvironmentFixtures.off("off"),
                EnvironmentFixtures.serverOnly("secret")));
    }

    @Test
    void theDocumentIsTheExportSortedByName() {
        Reply reply = api.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("Jackstaff-Revision", "7");
        assertThat(FeaturesDocumentReader.read(reply.body()).features())
                .extracting(feature -> feature.name())
                .containsExactly("off", "secret", "swedes", "text");
        assertThat(text(reply)).contains("'query':{'projects':['demo'],'environment':'production'");
    }

    @Test
    void aDocumentIsMadeOncePerRevision() {
        Reply first = api.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN);

        assertThat(api.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN))
                .isSameAs(first);
        environments.serve(EnvironmentFixtures.demoAt(8, EnvironmentFixtures.off("off")));
        assertThat(api.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN))
                .isNotSameAs(first);
    }

    static Stream<Arguments> codings() {
        return Stream.of(
                argumentSet("none", null, false),
                argumentSet("gzip alone", "gzip", true),
                argumentSet("one of several", "deflate, GZIP;q=0.5, br", true),
                argumentSet("any", "*", true),
                argumentSet("any but gzip", "*, gzip;q=0", false),
                argumentSet("gzip but no other", "gzip, *;q=0", true),
                argumentSet("refused in digits", "gzip;q=0.000", false),
                argumentSet("deflate, which is never used", "deflate", false),
                argumentSet("nonsense", ",;=,,gzip;q", true));
    }

    @ParameterizedTest
    @MethodSource("codings")
    void gzipIsSentToWhoTakesIt(@Nullable String accepted, boolean gzip) {
        Reply plain = api.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN);

        Reply reply = api.features(EnvironmentFixtures.SERVER_KEY, null, wanted(accepted, null));

        assertThat("gzip".equals(reply.headers().get("Content-Encoding"))).isEqualTo(gzip);
        assertThat(text(reply)).isEqualTo(text(plain));
        assertThat(reply.headers()
                        .getOrDefault("ETag", "")
                        .equals(plain.headers().getOrDefault("ETag", "")))
                .isEqualTo(!gzip);
    }

    static Stream<Arguments> tags() {
        return Stream.of(
                argumentSet("its own", "%s", 304),
                argumentSet("its own made weak on the way", "W/%s", 304),
                argumentSet("among others", "\"a\", W/%s, \"b\"", 304),
                argumentSet("any", "*", 304),
                argumentSet("another", "\"a\"", 200),
                argumentSet("nonsense", "%s%s", 200));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void whoHasTheDocumentIsNotSentItAgain(String header, int status) {
        String tag = api.features(EnvironmentFixtures.SERVER_KEY, null, wanted("gzip", null))
                .headers()
                .getOrDefault("ETag", "");

        Reply reply = api.features(EnvironmentFixtures.SERVER_KEY, null, wanted("gzip", header.replace("%s", tag)));
        Reply plain = api.features(EnvironmentFixtures.SERVER_KEY, null, wanted(null, header.replace("%s", tag)));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(plain.status()).isEqualTo(status);
        if (status == 304) {
            assertThat(reply.body()).isEmpty();
            assertThat(reply.headers()).containsEntry("ETag", tag);
        }
    }

    @Test
    void aPrefixChoosesFeatures() {
        Reply reply = api.features(EnvironmentFixtures.SERVER_KEY, "s", Negotiation.PLAIN);

        assertThat(FeaturesDocumentReader.read(reply.body()).features())
                .extracting(feature -> feature.name())
                .containsExactly("secret", "swedes");
        assertThat(text(reply)).contains("'namePrefix':'s'");
        assertThat(reply.headers().getOrDefault("ETag", ""))
                .isNotEqualTo(api.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN)
                        .headers()
                        .getOrDefault("ETag", ""));
    }

    @Test
    void oneFeatureIsAnsweredByItself() {
        Reply one = api.feature(EnvironmentFixtures.SERVER_KEY, "off", Negotiation.PLAIN);
        Reply none = api.feature(EnvironmentFixtures.SERVER_KEY, "nowhere", Negotiation.PLAIN);

        assertThat(text(one)).startsWith("{'name':'off'").contains("'enabled':false");
        assertThat(none.status()).isEqualTo(404);
        assertThat(text(none)).startsWith("{'name':'NotFoundError','message':'");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("no key", null, 401),
                argumentSet("an unknown key", "*:production.abc", 401),
                argumentSet("an expired key", EnvironmentFixtures.EXPIRED_KEY, 401),
                argumentSet("a client key", EnvironmentFixtures.CLIENT_KEY, 403));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void onlyServerKeysOpenIt(@Nullable String key, int status) {
        assertThat(Stream.of(
                        api.features(key, null, Negotiation.PLAIN),
                        api.features(key, null, new Negotiation(true, "*")),
                        api.feature(key, "off", Negotiation.PLAIN),
                        api.delta(key, null, Negotiation.PLAIN),
                        api.register(key, RequestPayload.of(new byte[0])),
                        api.metrics(key, "", payload("no JSON")),
                        api.bulkMetrics(key, payload("no JSON")),
                        api.edgeMetrics(key, payload("nonsense")),
                        api.heartbeat(key)))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(status);
                    assertThat(text(reply)).contains("'message':'");
                });
    }

    @Test
    void whatHealsByItselfIsUnavailable() {
        Reply reply = new ClientApi(new LiveEnvironments(), usage, new UnleashEdgeInstances())
                .features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "1");
    }

    static Stream<Arguments> metrics() {
        return Stream.of(
                argumentSet("no body", "", 0),
                argumentSet("an empty object", "{}", 0),
                argumentSet("null", "null", 0),
                argumentSet("no bucket", "{'appName':'a','bucket':null,'impactMetrics':[{'name':'x'}]}", 0),
                argumentSet("no toggles", "{'appName':'a','bucket':{'start':1,'stop':'x','toggles':null}}", 0),
                argumentSet("counts", bucket("'off':{'yes':2,'no':3,'variants':null}"), 5),
                argumentSet("counts as text", bucket("'off':{'yes':'2','no':3.0,'variants':{}}"), 5),
                argumentSet("a count that is none", bucket("'off':{'yes':[],'no':'many','variants':7}"), 0),
                argumentSet("negative counts", bucket("'off':{'yes':-2,'no':3}"), 3),
                argumentSet("variants", bucket("'text':{'yes':5,'no':0,'variants':{'on':3,'disabled':1}}"), 5),
                argumentSet("a made up variant", bucket("'text':{'yes':1,'variants':{'x':1}}"), 1),
                argumentSet("a flag that is unknown here", bucket("'nowhere':{'yes':5,'no':1,'variants':{'x':5}}"), 6),
                argumentSet("no name", bucket("'':{'yes':5}"), 0),
                argumentSet(
                        "absurd numbers",
                        bucket("'off':{'yes':1e999999999,'no':'" + "9".repeat(99) + "'}"),
                        1_000_000_000_000L));
    }

    private static String bucket(String toggles) {
        return "{'appName':'a','instanceId':7,'bucket':{'start':'2026-01-01','stop':0,'toggles':{" + toggles
                + "}},'more':[{}]}";
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void takesWhatClientsReport(String body, long counted) {
        Reply reply = api.metrics(EnvironmentFixtures.SERVER_KEY, "unleash-java-sdk/12.2.3", payload(body));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(text(reply)).isEqualTo("null");
        assertThat(usage.counts().values().stream().mapToLong(count -> count).sum())
                .isEqualTo(counted);
    }

    @Test
    void countsByVariantApplicationAndSdk() {
        api.metrics(
                EnvironmentFixtures.SERVER_KEY,
                "unleash-java-sdk/12.2.3",
                payload(bucket("'text':{'yes':5,'no':2,'variants':{'on':3,'disabled':1}}")));

        assertThat(usage.counts())
                .isEqualTo(Map.of(
                        new UsageCounter.CounterKey(
                                        "demo/production", "a", "unleash-java-sdk/12.2.3", "text", true, "on"),
                                3L,
                        new UsageCounter.CounterKey(
                                        "demo/production", "a", "unleash-java-sdk/12.2.3", "text", true, ""),
                                2L,
                        new UsageCounter.CounterKey(
                                        "demo/production", "a", "unleash-java-sdk/12.2.3", "text", false, ""),
                                2L));
    }

    @Test
    void takesWhatOtherEdgesGathered() {
        Reply reply = api.bulkMetrics(
                EnvironmentFixtures.SERVER_KEY,
                payload("{'applications':[{'appName':'a'}],'seenTokens':['x'],'metrics':["
                        + "{'featureName':'off','appName':'b','environment':'production','yes':1,'no':2,'variants':{}},"
                        + "{'featureName':'off','appName':'b','environment':'staging','yes':100},"
                        + "{'featureName':'','appName':'b','yes':100}]}"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(usage.counts())
                .isEqualTo(Map.of(
                        new UsageCounter.CounterKey("demo/production", "b", "", "off", true, ""), 1L,
                        new UsageCounter.CounterKey("demo/production", "b", "", "off", false, ""), 2L));
    }

    @Test
    void whoRegistersIsToldTheVersion() {
        Reply reply = api.register(EnvironmentFixtures.SERVER_KEY, RequestPayload.of(new byte[0]));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers()).containsKey("X-Edge-Version");
    }

    private static Negotiation wanted(@Nullable String codings, @Nullable String tags) {
        return Negotiation.of(name -> switch (name) {
            case "Accept-Encoding" -> codings;
            case "If-None-Match" -> tags;
            default -> null;
        });
    }
}
