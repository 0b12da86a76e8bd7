package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.Caller;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.Served;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.Opened;
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

class FlagsmithStreamsTest {
    private static final Instant CHANGED = Instant.ofEpochSecond(1_700_000_000, 123_456_789);

    private final LiveEnvironments environments = new LiveEnvironments();
    private final FlagsmithStreams streams = new FlagsmithStreams(environments);

    @BeforeEach
    void serve() {
        environments.complete();
        serve(7, Served.demoAt(7).credentials());
    }

    private void serve(long revision, List<Credential> credentials) {
        Snapshot snapshot = Served.demoAt(revision, Served.serving("plain", Value.of(true)));
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
                Served.CLIENT_KEY,
                Served.SERVER_KEY,
                "ser." + Served.SERVER_KEY,
                Served.ENVIRONMENT_ID,
            })
    void whoListensIsToldWhenTheEnvironmentChangedLast(String key) {
        EnvironmentStream stream = listening(path(key));

        assertThat(stream.environment()).isEqualTo("demo/production");
        assertThat(stream.admitted()).isTrue();
        assertThat(text(stream.opening(now())))
                .endsWith("\nevent: environment_updated\ndata: {\"updated_at\":1700000007.123456}\n\n");
    }

    @Test
    void theTimeIsTheOneThatAnswersHave() {
        Map<String, String> headers = new Flagsmith(new FlagsmithKeys(environments))
                .flags(Caller.with(Served.CLIENT_KEY), null)
                .headers();

        assertThat(text(listening(path(Served.CLIENT_KEY)).opening(now())))
                .contains("{\"updated_at\":" + headers.get("X-Flagsmith-Document-Updated-At") + "}");
    }

    @Test
    void eachRevisionIsToldOnce() {
        EnvironmentStream stream = listening(path(Served.CLIENT_KEY));

        assertThat(text(stream.opening(now()))).contains("1700000007");
        assertThat(stream.news(now())).isEmpty();
        serve(9, now().snapshot().credentials());
        assertThat(text(stream.news(now())))
                .isEqualTo("id: " + Served.ENVIRONMENT_ID
                        + ":9\nevent: environment_updated\ndata: {\"updated_at\":1700000009.123456}\n\n");
    }

    @Test
    void whoComesBackUpToDateIsToldNothing() {
        EnvironmentStream stream = listening(
                open(path(Served.CLIENT_KEY), Map.of("Last-Event-ID", Served.ENVIRONMENT_ID + ":7"), streams));

        assertThat(text(stream.opening(now()))).contains("retry: ").doesNotContain("data:");
        assertThat(stream.news(now())).isEmpty();
        assertThat(text(stream.heartbeat())).startsWith(":").endsWith("\n\n");
        assertThat(stream.patience()).isPositive();
    }

    @Test
    void aRevokedKeyListensNoLonger() {
        EnvironmentStream withKey = listening(path(Served.CLIENT_KEY));
        EnvironmentStream withId = listening(path(Served.ENVIRONMENT_ID));

        serve(8, List.of());
        assertThat(withKey.admitted()).isFalse();
        assertThat(withId.admitted()).isTrue();

        environments.withdraw("demo/production");
        assertThat(withId.admitted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sse/environments/%s/stream/", "//sse//environments/%s/stream"})
    void slashesDoNotMatter(String form) {
        assertThat(listening(String.format(form, Served.CLIENT_KEY)).admitted()).isTrue();
    }

    @Test
    void whoHasNothingToShowIsRefused() {
        assertThat(refusal(path("nonsense")).status()).isEqualTo(401);
        assertThat(text(refusal(path("nonsense")).body()))
                .isEqualTo("{\"status\":\"unauthorized\",\"message\":\"unknown key 'nonsense'\"}");
        assertThat(refusal(path(Served.EXPIRED_KEY)).status()).isEqualTo(401);
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
        Opened opened = open(path(Served.CLIENT_KEY), Map.of(), new FlagsmithStreams(new LiveEnvironments()));

        Reply reply = ((Opened.Answered) opened).reply();
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsKey("Retry-After");
    }

    private static String path(String key) {
        return "/sse/environments/" + key + "/stream";
    }

    private EnvironmentStream listening(String path) {
        return listening(open(path, Map.of(), streams));
    }

    private static EnvironmentStream listening(Opened opened) {
        return (EnvironmentStream) ((Opened.Listening) opened).stream();
    }

    private Reply refusal(String path) {
        return ((Opened.Answered) open(path, Map.of(), streams)).reply();
    }

    private static Opened open(String path, Map<String, String> headers, FlagsmithStreams streams) {
        return streams.open(new Request(path, headers::get, name -> null)).orElseThrow();
    }

    private ServedEnvironment now() {
        return Objects.requireNonNull(environments.environment("demo/production"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
