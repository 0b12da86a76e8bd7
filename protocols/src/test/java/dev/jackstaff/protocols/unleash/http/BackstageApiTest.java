package dev.jackstaff.protocols.unleash.http;

import static dev.jackstaff.protocols.unleash.http.RequestBodies.payload;
import static dev.jackstaff.protocols.unleash.http.RequestBodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.protocols.AdjustableClock;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.PendingKeys;
import dev.jackstaff.protocols.environment.Readiness;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The operator API, and the reports of Unleash edges below. */
class BackstageApiTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final UsageCounter usage = new UsageCounter();
    private final AdjustableClock clock = new AdjustableClock();
    private final UnleashEdgeInstances instances =
            new UnleashEdgeInstances(EdgeSettings.of(Map.of("APP_NAME", "our-edge", "INSTANCE_ID", "eu-1")), clock);
    private final Readiness readiness = new Readiness(environments, new Freshness());
    private final BackstageApi backstage = new BackstageApi(environments, readiness, usage, instances, () -> 3, clock);
    private final ClientApi client = new ClientApi(environments, usage, instances);
    private final UnleashEdgeApi edge = new UnleashEdgeApi(environments, new PendingKeys());

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(7, EnvironmentFixtures.off("off")));
    }

    @Test
    void everybodyMayKnowWhetherItIsReady() {
        LiveEnvironments none = new LiveEnvironments();
        BackstageApi starting =
                new BackstageApi(none, new Readiness(none, new Freshness()), usage, instances, () -> 0, clock);

        assertThat(text(backstage.health())).isEqualTo("{'status':'OK'}");
        assertThat(text(backstage.ready())).isEqualTo("{'status':'READY'}");
        assertThat(text(starting.health())).isEqualTo("{'status':'OK'}");
        assertThat(starting.ready().status()).isEqualTo(503);
        assertThat(text(starting.ready())).contains("'status':'NOTREADY'");
    }

    @Test
    void figuresAreForPrometheus() {
        usage.add(new UsageCounter.CounterKey("demo/production", "a\"\\\n", "", "off", true, "x"), 2);
        usage.add(new UsageCounter.CounterKey("demo/production", "a\"\\\n", "", "off", true, ""), 1);
        usage.add(new UsageCounter.CounterKey("demo/staging", "b", "", "off", true, ""), 9);

        Reply reply = backstage.metrics(EnvironmentFixtures.SERVER_KEY);

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
        Reply reply = backstage.tokens(EnvironmentFixtures.SERVER_KEY);

        assertThat(text(reply))
                .startsWith("{'tokenValidationStatus':[{'token':'")
                .contains("'type':'client'", "'type':'frontend'", "'projects':['demo'],'status':'Validated'");
    }

    @Test
    void featuresAreShownByEnvironment() {
        assertThat(text(backstage.features(EnvironmentFixtures.SERVER_KEY)))
                .startsWith("{'production':{'version':2,'features':[{'name':'off'");
    }

    @Test
    void countsAreShownAsEdgesHandThemOn() {
        usage.add(new UsageCounter.CounterKey("demo/production", "b", "", "off", true, "x"), 2);
        usage.add(new UsageCounter.CounterKey("demo/production", "b", "", "off", true, ""), 1);
        usage.add(new UsageCounter.CounterKey("demo/production", "b", "", "off", false, ""), 4);
        usage.add(new UsageCounter.CounterKey("demo/production", "a", "", "off", true, ""), 5);
        usage.add(new UsageCounter.CounterKey("demo/staging", "b", "", "off", true, ""), 9);

        assertThat(text(backstage.metricsBatch(EnvironmentFixtures.SERVER_KEY)))
                .isEqualTo("{'applications':[],'metrics':["
                        + "{'featureName':'off','appName':'a','environment':'production',"
                        + "'timestamp':'2026-11-01T09:00:00Z','yes':5,'no':0,'variants':{}},"
                        + "{'featureName':'off','appName':'b','environment':'production',"
                        + "'timestamp':'2026-11-01T09:00:00Z','yes':3,'no':4,'variants':{'x':2}}],'impactMetrics':[]}");
    }

    @Test
    void instancesAreThisOneAndThoseThatReportToIt() {
        client.edgeMetrics(EnvironmentFixtures.SERVER_KEY, payload("{'identifier':'below-1','edgeVersion':'20.4.1'}"));
        client.edgeMetrics(EnvironmentFixtures.SERVER_KEY, payload("{'identifier':'below-1','edgeVersion':'20.4.2'}"));
        client.edgeMetrics(EnvironmentFixtures.SERVER_KEY, payload("{'identifier':7}"));
        client.edgeMetrics(
                EnvironmentFixtures.SERVER_KEY,
                payload("{'identifier':'" + "x".repeat(UnleashEdgeInstances.MAX_REPORT_LENGTH) + "'}"));

        String document = text(backstage.instanceData(EnvironmentFixtures.SERVER_KEY));

        assertThat(document)
                .startsWith("{'this_instance':{'identifier':'eu-1','appName':'our-edge',")
                .contains(
                        "'started':'2026-11-01T09:30:00Z'",
                        "'connectedStreamingClients':3",
                        "'edgeApiKeyRevisionIds':[{'environment':'production','projects':['demo'],'revisionId':7,")
                .endsWith("'connected_instances':[{'identifier':'below-1','edgeVersion':'20.4.2'}]}");
        clock.pass(UnleashEdgeInstances.EXPIRY.plusSeconds(1));
        assertThat(text(backstage.instanceData(EnvironmentFixtures.SERVER_KEY))).endsWith("'connected_instances':[]}");
    }

    @Test
    void theServerAboveIsToldOfAllOfThemInOneReport() {
        client.edgeMetrics(
                EnvironmentFixtures.SERVER_KEY,
                payload("{'identifier':'below-1','connectedEdges':[{'identifier':'leaf'}]}"));

        String report = new String(instances.report(List.of(EnvironmentFixtures.demoAt(7)), 3), StandardCharsets.UTF_8)
                .replace('"', '\'');

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
                    EnvironmentFixtures.SERVER_KEY,
                    payload("{'identifier':'below-" + i + "','more':'" + "x".repeat(1_000) + "'}"));
        }

        byte[] report = instances.report(List.of(EnvironmentFixtures.demoAt(7)), 3);

        assertThat(report)
                .hasSizeBetween(UnleashEdgeInstances.MAX_REPORT_LENGTH / 2, UnleashEdgeInstances.MAX_REPORT_LENGTH);
    }

    @Test
    void manyEdgesAreNotAllRemembered() {
        for (int i = 0; i < UnleashEdgeInstances.MAX_INSTANCES + 50; i++) {
            client.edgeMetrics(EnvironmentFixtures.SERVER_KEY, payload("{'identifier':'below-" + i + "'}"));
        }

        assertThat(text(backstage.instanceData(EnvironmentFixtures.SERVER_KEY)).split("below-", -1))
                .hasSize(UnleashEdgeInstances.MAX_INSTANCES + 1);
    }

    @Test
    void whatNoEdgeTellsOfItselfIsRefused() {
        assertThat(client.edgeMetrics(EnvironmentFixtures.SERVER_KEY, payload("nonsense"))
                        .status())
                .isEqualTo(400);
        assertThat(client.edgeMetrics(EnvironmentFixtures.SERVER_KEY, payload("[]"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void edgesThatAreSoldMayRun() {
        assertThat(text(client.heartbeat(EnvironmentFixtures.SERVER_KEY))).isEqualTo("{'edgeLicenseState':'Valid'}");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("no key", null, 401),
                argumentSet("an unknown key", "x", 401),
                argumentSet("a client key", EnvironmentFixtures.CLIENT_KEY, 403));
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
        Reply reply =
                edge.validate(payload("{'tokens':['" + EnvironmentFixtures.SERVER_KEY + "','*:production.unknown','"
                        + EnvironmentFixtures.EXPIRED_KEY + "','" + EnvironmentFixtures.CLIENT_KEY + "']}"));

        assertThat(text(reply))
                .isEqualTo("{'tokens':[{'token':'" + EnvironmentFixtures.SERVER_KEY
                        + "','type':'client','environment':'production','projects':['demo'],'status':'Validated'},"
                        + "{'token':'" + EnvironmentFixtures.CLIENT_KEY
                        + "','type':'frontend','environment':'production','projects':['demo'],'status':'Validated'}]}");
    }

    @Test
    void noKeyIsInvalidBeforeAllAreKnown() {
        Reply reply =
                new UnleashEdgeApi(new LiveEnvironments(), new PendingKeys()).validate(payload("{'tokens':['x']}"));

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
        assertThat(edge.validate(payload(body)).status()).isEqualTo(status);
    }
}
