package dev.jackstaff.protocols.unleash.http;

import static dev.jackstaff.protocols.unleash.http.RequestBodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import dev.jackstaff.protocols.stream.StreamEndpoint.Request;
import dev.jackstaff.protocols.unleash.DeltaReader;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of features, by delta requests and on the stream. */
class FeatureStreamEndpointTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final ClientApi api = new ClientApi(environments, new UsageCounter(), new UnleashEdgeInstances());
    private final FeatureStreamEndpoint streams = new FeatureStreamEndpoint(environments);

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(7, EnvironmentFixtures.off("a"), EnvironmentFixtures.off("b")));
    }

    @Test
    void whoKnowsNothingIsToldEverything() {
        Reply reply = delta(null, null);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("ETag", "\"7\"").containsEntry("Jackstaff-Revision", "7");
        assertThat(text(reply)).startsWith("{'events':[{'type':'hydration','eventId':7,'features':[{'name':'a'");
    }

    static Stream<Arguments> known() {
        return Stream.of(
                argumentSet("quoted", "\"7\""),
                argumentSet("made weak on the way", "W/\"7\""),
                argumentSet("unquoted", "7"),
                argumentSet("in a list", "\"a\", \"7\""),
                argumentSet("in a list with a later one", "\"7\", W/\"5\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"999\", \"7\"", "\"7-gzip\", \"a\""})
    void whoNamesTheRevisionIsToldNothing(String tags) {
        assertThat(delta(tags, null).status()).isEqualTo(304);
    }

    @Test
    void theCompressedDeltaHasATagOfItsOwn() {
        Reply packed = api.delta(EnvironmentFixtures.SERVER_KEY, null, new Negotiation(true, null));
        Reply known = api.delta(EnvironmentFixtures.SERVER_KEY, null, new Negotiation(true, "\"7-gzip\""));

        assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip").containsEntry("ETag", "\"7-gzip\"");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.headers()).containsEntry("ETag", "\"7-gzip\"");
    }

    @ParameterizedTest
    @MethodSource("known")
    void whoKnowsAllIsToldNothing(String tag) {
        Reply reply = delta(tag, null);

        assertThat(reply.status()).isEqualTo(304);
        assertThat(reply.headers()).containsEntry("ETag", "\"7\"");
    }

    @ParameterizedTest
    @MethodSource("known")
    void whoIsBehindIsToldWhatChanged(String tag) {
        delta(null, null);
        environments.serve(
                EnvironmentFixtures.demoAt(8, EnvironmentFixtures.forSwedes("a"), EnvironmentFixtures.off("b")));
        environments.serve(EnvironmentFixtures.demoAt(
                12, EnvironmentFixtures.forSwedes("a"), EnvironmentFixtures.serverOnly("c")));

        Reply reply = delta(tag, null);

        assertThat(reply.headers()).containsEntry("ETag", "\"12\"");
        assertThat(text(reply))
                .startsWith("{'events':[{'type':'feature-updated','eventId':8,'feature':{'name':'a'")
                .contains("{'type':'feature-updated','eventId':12,'feature':{'name':'c'")
                .endsWith("{'type':'feature-removed','eventId':12,'featureName':'b','project':'demo'}]}");
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                argumentSet("older than what is remembered", "\"6\""),
                argumentSet("newer than what there is", "\"9\""),
                argumentSet("a tag of another kind", "\"abc\""),
                argumentSet("an absurd number", "9".repeat(100)),
                argumentSet("a quote", "\""),
                argumentSet("nothing", ""));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void whoIsElsewhereIsToldEverything(String tag) {
        delta(null, null);
        environments.serve(EnvironmentFixtures.demoAt(8, EnvironmentFixtures.off("a")));

        assertThat(text(delta(tag, null))).contains("'type':'hydration','eventId':8");
    }

    @Test
    void whatWasToldMakesWhatThereIs() {
        FeaturesDocument document = DeltaReader.read(delta(null, null).body()).applyTo(FeaturesDocument.EMPTY);
        environments.serve(
                EnvironmentFixtures.demoAt(8, EnvironmentFixtures.forSwedes("b"), EnvironmentFixtures.off("c")));
        environments.serve(
                EnvironmentFixtures.demoAt(9, EnvironmentFixtures.off("c"), EnvironmentFixtures.forSwedes("d")));

        FeaturesDocument followed =
                DeltaReader.read(delta("\"7\"", null).body()).applyTo(document);

        FeaturesDocument now =
                FeaturesDocumentReader.read(api.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN)
                        .body());
        assertThat(followed.features()).isEqualTo(now.features());
        assertThat(followed.segments()).isEqualTo(now.segments());
    }

    @Test
    void aHundredChangesAreRemembered() {
        delta(null, null);
        for (int revision = 8; revision <= 7 + ChangeHistory.MAX_EVENTS + 1; revision++) {
            environments.serve(EnvironmentFixtures.demoAt(
                    revision, revision % 2 == 0 ? EnvironmentFixtures.off("a") : EnvironmentFixtures.forSwedes("a")));
        }

        assertThat(text(delta("\"8\"", null))).startsWith("{'events':[{'type':'feature-updated','eventId':9,");
        assertThat(text(delta("\"7\"", null))).startsWith("{'events':[{'type':'hydration','eventId':108,");
    }

    @Test
    void aRevisionThatChangesTooMuchIsForgottenWhole() {
        delta(null, null);
        environments.serve(EnvironmentFixtures.demoAt(
                8,
                IntStream.rangeClosed(0, ChangeHistory.MAX_EVENTS)
                        .mapToObj(i -> EnvironmentFixtures.off("f" + i))
                        .toArray(FlagDefinition[]::new)));

        assertThat(text(delta("\"7\"", null))).startsWith("{'events':[{'type':'hydration','eventId':8,");
        assertThat(delta("\"8\"", null).status()).isEqualTo(304);
    }

    @Test
    void anEnvironmentMadeAnewIsToldWhole() {
        delta(null, null);
        Snapshot old = EnvironmentFixtures.demoAt(3, EnvironmentFixtures.off("z"));
        environments.serve(new Snapshot(
                old.project(),
                old.environment(),
                "another",
                3,
                old.changedAt(),
                old.flags(),
                List.of(),
                old.credentials()));

        assertThat(text(delta("\"7\"", null))).startsWith("{'events':[{'type':'hydration','eventId':3,");
    }

    @Test
    void aPrefixChoosesWhatIsTold() {
        assertThat(text(delta(null, "b"))).contains("'name':'b'").doesNotContain("'name':'a'");
        environments.serve(
                EnvironmentFixtures.demoAt(8, EnvironmentFixtures.forSwedes("a"), EnvironmentFixtures.off("b")));
        assertThat(delta("\"7\"", "b").status()).isEqualTo(304);
        environments.serve(EnvironmentFixtures.demoAt(9));

        assertThat(text(delta("\"7\"", "b")))
                .isEqualTo("{'events':[{'type':'feature-removed','eventId':9,'featureName':'b','project':'demo'}]}");
    }

    @Test
    void whoListensIsToldEverythingAndThenWhatChanges() {
        EnvironmentStream stream = listening(Map.of(), Map.of());

        String opening = text(stream.initialEvents(now()));
        environments.serve(
                EnvironmentFixtures.demoAt(8, EnvironmentFixtures.forSwedes("a"), EnvironmentFixtures.off("b")));
        environments.serve(
                EnvironmentFixtures.demoAt(9, EnvironmentFixtures.forSwedes("a"), EnvironmentFixtures.forSwedes("b")));
        String news = text(stream.update(now()));

        assertThat(opening).startsWith("event: unleash-connected\nid: 7\ndata: {'events':[{'type':'hydration',");
        assertThat(opening).endsWith("}\n\n");
        assertThat(news).startsWith("event: unleash-updated\nid: 9\ndata: {'events':[{'type':'feature-updated',");
        assertThat(news.lines().filter(line -> line.startsWith("data: "))).hasSize(1);
        assertThat(stream.update(now())).isEmpty();
    }

    @Test
    void whoConnectsAgainIsToldWhatWasMissed() {
        listening(Map.of(), Map.of()).initialEvents(now());
        environments.serve(
                EnvironmentFixtures.demoAt(8, EnvironmentFixtures.forSwedes("a"), EnvironmentFixtures.off("b")));

        String missed = text(listening(Map.of("Last-Event-ID", "7"), Map.of()).initialEvents(now()));
        String nothing = text(listening(Map.of("Last-Event-ID", "8"), Map.of()).initialEvents(now()));
        String everything =
                text(listening(Map.of("Last-Event-ID", "x"), Map.of()).initialEvents(now()));

        assertThat(missed).startsWith("event: unleash-connected\nid: 8\ndata: {'events':[{'type':'feature-updated',");
        assertThat(nothing).isEqualTo("event: unleash-connected\nid: 8\ndata: {'events':[]}\n\n");
        assertThat(everything).contains("'type':'hydration'");
    }

    @Test
    void bytesAreMadeOnceForAllWhoListen() {
        EnvironmentStream one = listening(Map.of(), Map.of());
        EnvironmentStream other = listening(Map.of(), Map.of());

        assertThat(one.initialEvents(now())).isSameAs(other.initialEvents(now()));
        environments.serve(EnvironmentFixtures.demoAt(8));
        assertThat(one.update(now())).isNotEmpty().isSameAs(other.update(now()));
    }

    @Test
    void aPrefixChoosesWhatListenersAreTold() {
        EnvironmentStream stream = listening(Map.of(), Map.of("namePrefix", "b"));
        stream.initialEvents(now());
        environments.serve(
                EnvironmentFixtures.demoAt(8, EnvironmentFixtures.forSwedes("a"), EnvironmentFixtures.off("b")));

        assertThat(stream.update(now())).isEmpty();
    }

    @Test
    void listensAsLongAsTheKeyIsGood() {
        EnvironmentStream stream = listening(Map.of(), Map.of());
        Snapshot with = EnvironmentFixtures.demoAt(8);
        assertThat(stream.isAdmitted()).isTrue();

        environments.serve(new Snapshot(
                with.project(),
                with.environment(),
                with.environmentId(),
                8,
                with.changedAt(),
                List.of(),
                List.of(),
                List.of()));

        assertThat(stream.isAdmitted()).isFalse();
    }

    @Test
    void theConnectionShowsThatItStandsBeforeSdksGiveUp() {
        EnvironmentStream stream = listening(Map.of(), Map.of());

        assertThat(text(stream.heartbeat())).startsWith(":").endsWith("\n\n");
        assertThat(stream.heartbeatInterval()).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(stream.environment()).isEqualTo("demo/production");
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                argumentSet("its own", "/api/client/streaming", true),
                argumentSet("with slashes too many", "//api//client/streaming/", true),
                argumentSet("another's", "/ofrep/v1/stream", false),
                argumentSet("longer", "/api/client/streaming/x", false));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void answersOnlyForItsOwnPath(String path, boolean own) {
        assertThat(streams.open(new Request(path, name -> null, name -> null)).isPresent())
                .isEqualTo(own);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("no key", null, 401),
                argumentSet("an unknown key", "*:production.abc", 401),
                argumentSet("a client key", EnvironmentFixtures.CLIENT_KEY, 403));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void onlyServerKeysListen(@Nullable String key, int status) {
        Optional<OpenResult> opened = streams.open(
                new Request("/api/client/streaming", name -> name.equals("Authorization") ? key : null, name -> null));

        assertThat(opened).hasValueSatisfying(answered -> assertThat(answered)
                .isInstanceOfSatisfying(
                        OpenResult.Rejected.class,
                        refused -> assertThat(refused.reply().status()).isEqualTo(status)));
    }

    private Reply delta(@Nullable String tag, @Nullable String prefix) {
        return api.delta(EnvironmentFixtures.SERVER_KEY, prefix, new Negotiation(false, tag));
    }

    private EnvironmentStream listening(Map<String, String> headers, Map<String, String> parameters) {
        OpenResult opened = streams.open(new Request(
                        "/api/client/streaming",
                        name -> name.equals("Authorization") ? EnvironmentFixtures.SERVER_KEY : headers.get(name),
                        parameters::get))
                .orElseThrow();
        return (EnvironmentStream) ((OpenResult.Accepted) opened).stream();
    }

    private ServedEnvironment now() {
        ServedEnvironment environment = environments.environment("demo/production");
        if (environment == null) {
            throw new AssertionError("not served");
        }
        return environment;
    }
}
