package dev.jackstaff.protocols.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.stream.EventStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import dev.jackstaff.protocols.stream.StreamEndpoint.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncStreamEndpointTest {
    private static final Pattern ID = Pattern.compile("\nid: (\\S+)\n");

    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private final SyncStreamEndpoint streams = new SyncStreamEndpoint(environments, freshness);

    @BeforeEach
    void serve() {
        environments.serve(EnvironmentFixtures.reachableByEdge("demo", "staging", 3));
        environments.serve(EnvironmentFixtures.demoAt(7));
        environments.markComplete();
        freshness.confirm("demo/staging", Duration.ofSeconds(1));
    }

    @Test
    void theStateIsToldAtOnceAndWhenItIsAnother() {
        EventStream stream = listening(Map.of("X-API-Key", EnvironmentFixtures.EDGE_KEY));

        assertThat(text(stream.initialEvents(environments)))
                .contains("event: state\nid: ")
                .contains("\"revision\":3")
                .endsWith("}\n\n");
        assertThat(stream.update(environments)).isEmpty();
        environments.serve(EnvironmentFixtures.reachableByEdge("demo", "staging", 4));
        assertThat(text(stream.update(environments)))
                .startsWith("event: state\n")
                .contains("\"revision\":4");
        assertThat(stream.update(environments)).isEmpty();
    }

    @Test
    void silenceIsFilledWithAges() {
        EventStream stream = listening(Map.of("X-API-Key", EnvironmentFixtures.EDGE_KEY));
        stream.initialEvents(environments);

        String heartbeat = text(stream.heartbeat(environments));

        assertThat(stream.heartbeatInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(heartbeat).startsWith("event: heartbeat\ndata: {\"ages\":{\"demo/staging\":1.");
    }

    @Test
    void agesAreNotSaidOfWhatTheReaderWasNotToldOf() {
        EventStream stream = listening(Map.of("X-API-Key", EnvironmentFixtures.EDGE_KEY));
        stream.initialEvents(environments);

        environments.serve(EnvironmentFixtures.reachableByEdge("demo", "staging", 4));

        assertThat(text(stream.heartbeat(environments))).startsWith("event: state\n");
        assertThat(text(stream.heartbeat(environments))).startsWith("event: heartbeat\n");
    }

    @Test
    void whoComesBackUpToDateIsToldTheAgesAlone() {
        Matcher told = ID.matcher(text(
                listening(Map.of("X-API-Key", EnvironmentFixtures.EDGE_KEY)).initialEvents(environments)));
        assertThat(told.find()).isTrue();
        Map<String, String> back = Map.of("X-API-Key", EnvironmentFixtures.EDGE_KEY, "Last-Event-ID", told.group(1));

        String upToDate = text(listening(back).initialEvents(environments));
        environments.serve(EnvironmentFixtures.reachableByEdge("demo", "staging", 4));
        String behind = text(listening(back).initialEvents(environments));

        assertThat(upToDate).contains("event: heartbeat\n").doesNotContain("event: state");
        assertThat(behind).contains("event: state\n");
    }

    @Test
    void onlyWhatIsReachedConcerns() {
        EventStream stream = listening(Map.of("Authorization", "Bearer " + EnvironmentFixtures.EDGE_KEY));
        stream.initialEvents(environments);

        assertThat(stream.concerns("demo/staging")).isTrue();
        assertThat(stream.concerns("demo/production")).isFalse();
        environments.serve(EnvironmentFixtures.reachableByEdge("demo", "new", 1));
        assertThat(stream.concerns("demo/new")).isTrue();
        assertThat(text(stream.update(environments))).contains("demo/new");
        environments.withdraw("demo/new");
        assertThat(stream.concerns("demo/new")).isTrue();
        assertThat(text(stream.update(environments))).doesNotContain("demo/new");
    }

    @Test
    void aRevokedKeyListensNoLonger() {
        EventStream stream = listening(Map.of("X-API-Key", EnvironmentFixtures.EDGE_KEY));
        assertThat(stream.isAdmitted()).isTrue();

        Snapshot reached = EnvironmentFixtures.reachableByEdge("demo", "staging", 4);
        environments.serve(new Snapshot(
                reached.project(),
                reached.environment(),
                reached.environmentId(),
                4,
                reached.changedAt(),
                List.of(),
                List.of(),
                List.of()));

        assertThat(stream.isAdmitted()).isFalse();
    }

    @Test
    void whoReachesNothingIsRefused() {
        assertThat(refusal(Map.of())).isEqualTo(401);
        assertThat(refusal(Map.of("X-API-Key", EnvironmentFixtures.SERVER_KEY))).isEqualTo(401);
        assertThat(new SyncStreamEndpoint(new LiveEnvironments(), freshness)
                        .open(request("/api/v1/sync/stream", Map.of("X-API-Key", EnvironmentFixtures.EDGE_KEY)))
                        .map(opened -> ((OpenResult.Rejected) opened).reply().status()))
                .contains(503);
        assertThat(streams.open(request("/elsewhere", Map.of()))).isEmpty();
    }

    private EventStream listening(Map<String, String> headers) {
        return ((OpenResult.Accepted)
                        streams.open(request("/api/v1/sync/stream", headers)).orElseThrow())
                .stream();
    }

    private int refusal(Map<String, String> headers) {
        return ((OpenResult.Rejected)
                        streams.open(request("/api/v1/sync/stream", headers)).orElseThrow())
                .reply()
                .status();
    }

    private static Request request(String path, Map<String, String> headers) {
        return new Request(path, headers::get, name -> null);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
