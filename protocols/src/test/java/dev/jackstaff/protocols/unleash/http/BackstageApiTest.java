package dev.jackstaff.protocols.unleash.http;

import static dev.jackstaff.protocols.unleash.http.Bodies.posted;
import static dev.jackstaff.protocols.unleash.http.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.Served;
import dev.jackstaff.protocols.usage.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators ask, and edges of Unleash below. */
class BackstageApiTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final Usage usage = new Usage();
    private final Hours clock = new Hours();
    private final Instances instances =
            new Instances(EdgeSettings.of(Map.of("APP_NAME", "our-edge", "INSTANCE_ID", "eu-1")), clock);
    private final BackstageApi backstage = new BackstageApi(environments, usage, instances, () -> 3, clock);
    private final ClientApi client = new ClientApi(environments, usage, instances);
    private final EdgeApi edge = new EdgeApi(environments);

    /** A clock that is set by hand. */
    private static final class Hours extends Clock {
        private Instant now = Instant.parse("2026-11-01T09:30:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void serve() {
        environments.complete();
        environments.serve(Served.demoAt(7, Served.off("off")));
    }

    @Test
    void everybodyMayKnowWhetherItIsReady() {
        BackstageApi starting = new BackstageApi(new LiveEnvironments(), usage, instances, () -> 0, clock);

        assertThat(text(backstage.health())).isEqualTo("{'status':'OK'}");
        assertThat(text(backstage.ready())).isEqualTo("{'status':'READY'}");
        assertThat(text(starting.health())).isEqualTo("{'status':'OK'}");
        assertThat(starting.ready().status()).isEqualTo(503);
        assertThat(text(starting.ready())).contains("'status':'NOTREADY'");
    }

    @Test
    void figuresAreForPrometheus() {
        usage.add(new Usage.Counted("demo/production", "a\"\\\n", "off", true, "x"), 2);
        usage.add(new Usage.Counted("demo/production", "a\"\\\n", "off", true, ""), 1);
        usage.add(new Usage.Counted("demo/staging", "b", "off", true, ""), 9);

        Reply reply = backstage.metrics(Served.SERVER_KEY);

        assertThat(reply.headers()).containsEntry("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        # TYPE feature_toggle_usage_total counter
                        feature_toggle_usage_total{appName="a\\"\\\\\\n",toggle="off",active="true"} 3
                        # TYPE polling_revision_id gauge
                        polling_revision_id{environment="production",projects="demo"} 7
                        # TYPE delta_revision_id gauge
                        delta_revision_id{environment="production",projects="demo"} 7
                        """);
    }

    @Test
    void keysAreShownWithoutWhatTheyOpenWith() {
        Reply reply = backstage.tokens(Served.SERVER_KEY);

        assertThat(text(reply))
                .startsWith("{'tokenValidationStatus':[{'token':'")
                .contains("'type':'client'", "'type':'frontend'", "'projects':['demo'],'status':'Validated'");
    }

    @Test
    void featuresAreShownByEnvironment() {
        assertThat(text(backstage.features(Served.SERVER_KEY)))
                .startsWith("{'production':{'version':2,'features':[{'name':'off'");
    }

    @Test
    void countsAreShownAsEdgesHandThemOn() {
        usage.add(new Usage.Counted("demo/production", "b", "off", true, "x"), 2);
        usage.add(new Usage.Counted("demo/production", "b", "off", true, ""), 1);
        usage.add(new Usage.Counted("demo/production", "b", "off", false, ""), 4);
        usage.add(new Usage.Counted("demo/production", "a", "off", true, ""), 5);
        usage.add(new Usage.Counted("demo/staging", "b", "off", true, ""), 9);

        assertThat(text(backstage.metricsBatch(Served.SERVER_KEY)))
                .isEqualTo("{'applications':[],'metrics':["
                        + "{'featureName':'off','appName':'a','environment':'production',"
                        + "'timestamp':'2026-11-01T09:00:00Z','yes':5,'no':0,'variants':{}},"
                        + "{'featureName':'off','appName':'b','environment':'production',"
                        + "'timestamp':'2026-11-01T09:00:00Z','yes':3,'no':4,'variants':{'x':2}}],'impactMetrics':[]}");
    }

    @Test
    void instancesAreThisOneAndThoseThatReportToIt() {
        client.edgeMetrics(Served.SERVER_KEY, posted("{'identifier':'below-1','edgeVersion':'20.4.1'}"));
        client.edgeMetrics(Served.SERVER_KEY, posted("{'identifier':'below-1','edgeVersion':'20.4.2'}"));
        client.edgeMetrics(Served.SERVER_KEY, posted("{'identifier':7}"));
        client.edgeMetrics(Served.SERVER_KEY, posted("{'identifier':'" + "x".repeat(Instances.LONGEST) + "'}"));

        String document = text(backstage.instanceData(Served.SERVER_KEY));

        assertThat(document)
                .startsWith("{'this_instance':{'identifier':'eu-1','appName':'our-edge',")
                .contains(
                        "'started':'2026-11-01T09:30:00Z'",
                        "'connectedStreamingClients':3",
                        "'edgeApiKeyRevisionIds':[{'environment':'production','projects':['demo'],'revisionId':7,")
                .endsWith("'connected_instances':[{'identifier':'below-1','edgeVersion':'20.4.2'}]}");
        clock.now = clock.now.plus(Instances.SILENCE).plusSeconds(1);
        assertThat(text(backstage.instanceData(Served.SERVER_KEY))).endsWith("'connected_instances':[]}");
    }

    @Test
    void theServerAboveIsToldOfAllOfThemInOneReport() {
        client.edgeMetrics(
                Served.SERVER_KEY, posted("{'identifier':'below-1','connectedEdges':[{'identifier':'leaf'}]}"));

        String report =
                new String(instances.report(List.of(Served.demoAt(7)), 3), StandardCharsets.UTF_8).replace('"', '\'');

        assertThat(report)
                .startsWith("{'identifier':'eu-1','appName':'our-edge',")
                .contains(
                        "'connectedStreamingClients':3",
                        "'connectedEdges':[{'identifier':'below-1','connectedEdges':[{'identifier':'leaf'}]}]",
                        "'traffic':{'cachedResponses':{}",
                        "'revisionId':7,");
    }

    @Test
    void aReportIsNeverTooLongToBeRead() {
        for (int i = 0; i < 100; i++) {
            client.edgeMetrics(
                    Served.SERVER_KEY, posted("{'identifier':'below-" + i + "','more':'" + "x".repeat(1_000) + "'}"));
        }

        byte[] report = instances.report(List.of(Served.demoAt(7)), 3);

        assertThat(report).hasSizeBetween(Instances.LONGEST / 2, Instances.LONGEST);
    }

    @Test
    void manyEdgesAreNotAllRemembered() {
        for (int i = 0; i < Instances.MOST + 50; i++) {
            client.edgeMetrics(Served.SERVER_KEY, posted("{'identifier':'below-" + i + "'}"));
        }

        assertThat(text(backstage.instanceData(Served.SERVER_KEY)).split("below-", -1))
                .hasSize(Instances.MOST + 1);
    }

    @Test
    void whatNoEdgeTellsOfItselfIsRefused() {
        assertThat(client.edgeMetrics(Served.SERVER_KEY, posted("nonsense")).status())
                .isEqualTo(400);
        assertThat(client.edgeMetrics(Served.SERVER_KEY, posted("[]")).status()).isEqualTo(400);
    }

    @Test
    void edgesThatAreSoldMayRun() {
        assertThat(text(client.heartbeat(Served.SERVER_KEY))).isEqualTo("{'edgeLicenseState':'Valid'}");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("no key", null, 401),
                argumentSet("an unknown key", "x", 401),
                argumentSet("a client key", Served.CLIENT_KEY, 403));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatShowsAnythingNeedsAServerKey(@Nullable String key, int status) {
        assertThat(Stream.of(
                        backstage.metrics(key),
                        backstage.tokens(key),
                        backstage.features(key),
                        backstage.metricsBatch(key),
                        backstage.instanceData(key)))
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(status));
    }

    @Test
    void goodKeysAreValidated() {
        Reply reply = edge.validate(posted("{'tokens':['" + Served.SERVER_KEY + "','*:production.unknown','"
                + Served.EXPIRED_KEY + "','" + Served.CLIENT_KEY + "']}"));

        assertThat(text(reply))
                .isEqualTo("{'tokens':[{'token':'" + Served.SERVER_KEY
                        + "','type':'client','environment':'production','projects':['demo'],'status':'Validated'},"
                        + "{'token':'" + Served.CLIENT_KEY
                        + "','type':'frontend','environment':'production','projects':['demo'],'status':'Validated'}]}");
    }

    @Test
    void noKeyIsInvalidBeforeAllAreKnown() {
        Reply reply = new EdgeApi(new LiveEnvironments()).validate(posted("{'tokens':['x']}"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "1");
    }

    static Stream<Arguments> validations() {
        return Stream.of(
                argumentSet("none", "{'tokens':[]}", 200),
                argumentSet("no list", "{'tokens':null}", 200),
                argumentSet("numbers", "{'tokens':[1,2]}", 200),
                argumentSet("too many", "{'tokens':['x'" + ",'x'".repeat(1_000) + "]}", 400),
                argumentSet("objects", "{'tokens':[{}]}", 400));
    }

    @ParameterizedTest
    @MethodSource("validations")
    void validatesListsOfAnyKind(String body, int status) {
        assertThat(edge.validate(posted(body)).status()).isEqualTo(status);
    }
}
