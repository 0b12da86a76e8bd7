package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import dev.jackstaff.protocols.stream.StreamEndpoint.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsmithStreamEndpointTest {
    private static final Instant CHANGED = Instant.ofEpochSecond(1_700_000_000, 123_456_789);

    private final LiveEnvironments environments = new LiveEnvironments();
    private final FlagsmithStreamEndpoint streams = new FlagsmithStreamEndpoint(environments);

    @BeforeEach
    void serve() {
        environments.markComplete();
        serve(7, EnvironmentFixtures.demoAt(7).credentials());
    }

    private void serve(long revision, List<Credential> credentials) {
        Snapshot snapshot = EnvironmentFixtures.demoAt(revision, EnvironmentFixtures.serving("plain", Value.of(true)));
        environments.serve(new Snapshot(
                snapshot.project(),
                snapshot.environment(),
                snapshot.environmentId(),
                revision,
                CHANGED.plusSeconds(revision),
                snapshot.flags(),
                snapshot.segments(),
                credentials));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EnvironmentFixtures.CLIENT_KEY,
                EnvironmentFixtures.SERVER_KEY,
                "ser." + EnvironmentFixtures.SERVER_KEY,
                EnvironmentFixtures.ENVIRONMENT_ID,
            })
    void whoListensIsToldWhenTheEnvironmentChangedLast(String key) {
        EnvironmentStream stream = listening(path(key));

        assertThat(stream.environment()).isEqualTo("demo/production");
        assertThat(stream.isAdmitted()).isTrue();
        assertThat(text(stream.initialEvents(now())))
                .endsWith("\nevent: environment_updated\ndata: {\"updated_at\":1700000007.123456}\n\n");
    }

    @Test
    void theTimeIsTheOneThatAnswersHave() {
        Map<String, String> headers = new FlagsmithHandler(new FlagsmithKeyAccess(environments))
                .flags(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), null)
                .headers();

        assertThat(text(listening(path(EnvironmentFixtures.CLIENT_KEY)).initialEvents(now())))
                .contains("{\"updated_at\":" + headers.get("X-Flagsmith-Document-Updated-At") + "}");
    }

    @Test
    void eachRevisionIsToldOnce() {
        EnvironmentStream stream = listening(path(EnvironmentFixtures.CLIENT_KEY));

        assertThat(text(stream.initialEvents(now()))).contains("1700000007");
        assertThat(stream.update(now())).isEmpty();
        serve(9, now().snapshot().credentials());
        assertThat(text(stream.update(now())))
                .isEqualTo("id: " + EnvironmentFixtures.ENVIRONMENT_ID
                        + ":9\nevent: environment_updated\ndata: {\"updated_at\":1700000009.123456}\n\n");
    }

    @Test
    void whoComesBackUpToDateIsToldNothing() {
        EnvironmentStream stream = listening(open(
                path(EnvironmentFixtures.CLIENT_KEY),
                Map.of("Last-Event-ID", EnvironmentFixtures.ENVIRONMENT_ID + ":7"),
                streams));

        assertThat(text(stream.initialEvents(now()))).contains("retry: ").doesNotContain("data:");
        assertThat(stream.update(now())).isEmpty();
        assertThat(text(stream.heartbeat())).startsWith(":").endsWith("\n\n");
        assertThat(stream.heartbeatInterval()).isPositive();
    }

    @Test
    void aRevokedKeyListensNoLonger() {
        EnvironmentStream withKey = listening(path(EnvironmentFixtures.CLIENT_KEY));
        EnvironmentStream withId = listening(path(EnvironmentFixtures.ENVIRONMENT_ID));

        serve(8, List.of());
        assertThat(withKey.isAdmitted()).isFalse();
        assertThat(withId.isAdmitted()).isTrue();

        environments.withdraw("demo/production");
        assertThat(withId.isAdmitted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sse/environments/%s/stream/", "//sse//environments/%s/stream"})
    void slashesDoNotMatter(String form) {
        assertThat(listening(String.format(form, EnvironmentFixtures.CLIENT_KEY))
                        .isAdmitted())
                .isTrue();
    }

    @Test
    void whoHasNothingToShowIsRefused() {
        assertThat(refusal(path("nonsense")).status()).isEqualTo(401);
        assertThat(text(refusal(path("nonsense")).body()))
                .isEqualTo("{\"status\":\"unauthorized\",\"message\":\"unknown key 'nonsense'\"}");
        assertThat(refusal(path(EnvironmentFixtures.EXPIRED_KEY)).status()).isEqualTo(401);
        assertThat(refusal(path("jks_edge_x")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sse/environments",
                "/sse/environments/",
                "/sse/environments/x",
                "/sse/environments/x/stream/y",
                "/sse/environments/x/y/stream"
            })
    void whatIsNoStreamIsNotFound(String path) {
        assertThat(refusal(path).status()).isEqualTo(404);
        assertThat(text(refusal(path).body())).isEqualTo("{\"detail\":\"Not Found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sse/health", "/sse/environmentsx", "/ofrep/v1/stream", "/"})
    void whatBelongsToOthersIsLeftToThem(String path) {
        assertThat(streams.open(new Request(path, name -> null, name -> null))).isEmpty();
    }

    @Test
    void whatHealsIsNoRefusal() {
        OpenResult opened = open(
                path(EnvironmentFixtures.CLIENT_KEY), Map.of(), new FlagsmithStreamEndpoint(new LiveEnvironments()));

        Reply reply = ((OpenResult.Rejected) opened).reply();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsKey("Retry-After");
    }

    private static String path(String key) {
        return "/sse/environments/" + key + "/stream";
    }

    private EnvironmentStream listening(String path) {
        return listening(open(path, Map.of(), streams));
    }

    private static EnvironmentStream listening(OpenResult opened) {
        return (EnvironmentStream) ((OpenResult.Accepted) opened).stream();
    }

    private Reply refusal(String path) {
        return ((OpenResult.Rejected) open(path, Map.of(), streams)).reply();
    }

    private static OpenResult open(String path, Map<String, String> headers, FlagsmithStreamEndpoint streams) {
        return streams.open(new Request(path, headers::get, name -> null)).orElseThrow();
    }

    private ServedEnvironment now() {
        return Objects.requireNonNull(environments.environment("demo/production"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
