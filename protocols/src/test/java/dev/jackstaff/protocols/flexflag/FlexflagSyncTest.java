package dev.jackstaff.protocols.flexflag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.Served;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.Opened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlexflagSyncTest {
    private static final Snapshot BEFORE = Served.demoAt(
            7, Served.serving("same", Value.of(true)), Served.serving("text", Value.of("a")), Served.off("gone"));
    private static final Snapshot AFTER = Served.demoAt(
            8, Served.serving("same", Value.of(true)), Served.serving("text", Value.of("b")), Served.off("new"));

    private final LiveEnvironments environments = new LiveEnvironments();
    private final FlexflagEdges edges = new FlexflagEdges(environments, new FlexflagServers());

    @BeforeEach
    void serve() {
        environments.complete();
        environments.serve(BEFORE);
    }

    @Test
    void onlyWhatChangedIsTold() {
        assertThat(told(BEFORE, AFTER))
                .containsExactlyInAnyOrder(
                        "flag_update text update", "flag_update new create", "flag_update gone delete");
        assertThat(told(AFTER, AFTER)).isEmpty();
    }

    @Test
    void whoKnowsNothingIsToldEverything() {
        assertThat(told(null, BEFORE))
                .contains("flag_update same create", "api_key_update  create")
                .hasSize(6);
    }

    private static List<String> told(@Nullable Snapshot before, Snapshot now) {
        return FlexflagSync.changes(before, now).stream()
                .map(FlexflagSyncTest::json)
                .map(message -> message.path("type").asText() + " "
                        + message.at("/data/flag_key").asText() + " "
                        + message.at("/data/action").asText())
                .toList();
    }

    @Test
    void aFlagIsWrittenAsFlexflagsServersDo() {
        JsonNode flag = json(edges.sync(Served.SERVER_KEY, 1, 1).body()).at("/flags/0");

        assertThat(flag.path("key").asText()).isEqualTo("text");
        assertThat(flag.path("type").asText()).isEqualTo("string");
        assertThat(flag.path("default").asText()).isEqualTo("a");
        assertThat(flag.at("/variations/0/id").asText()).isEqualTo("on");
        assertThat(flag.path("environment").asText()).isEqualTo("production");
        assertThat(flag.path("project_id").asText()).isEqualTo("demo");
    }

    @Test
    void aKeyIsKnownByItsHash() {
        JsonNode key = json(edges.authenticate(Served.CLIENT_KEY).body()).path("api_key");

        assertThat(key.path("key_hash").asText()).hasSize(64);
        assertThat(key.path("permissions")).hasToString("[\"read\"]");
        assertThat(edges.authenticate(null).status()).isEqualTo(401);
    }

    @Test
    void clientKeysAreToldNothing() {
        Reply refused = edges.sync(Served.CLIENT_KEY, 0, 10);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(edges.listen(Served.CLIENT_KEY, "s")).isInstanceOf(Opened.Answered.class);
        assertThat(edges.opens(Served.SERVER_KEY, "demo/staging")).isFalse();
    }

    @Test
    void aConnectionBeginsWithEverythingAndGoesOnWithChanges() {
        Opened opened = edges.listen(Served.SERVER_KEY, "s1");
        assertThat(opened).isInstanceOf(Opened.Listening.class);
        var stream = (EnvironmentStream) ((Opened.Listening) opened).stream();

        String opening = new String(stream.opening(now()), StandardCharsets.UTF_8);
        environments.serve(AFTER);
        String news = new String(stream.news(now()), StandardCharsets.UTF_8);

        assertThat(opening).startsWith("data: {\"type\":\"connected\"").contains("\"server_id\":\"s1\"");
        assertThat(opening.split("\n\n", -1)).hasSize(1 + 6 + 1);
        assertThat(news.split("\n\n", -1)).hasSize(3 + 1);
        assertThat(new String(stream.heartbeat(), StandardCharsets.UTF_8)).startsWith("data: {\"type\":\"ping\"");
        assertThat(stream.admitted()).isTrue();
        assertThat(json(edges.connected(List.of()).body()).at("/servers/0/id").asText())
                .isEqualTo("s1");
    }

    @Test
    void aKeyThatIsTakenAwayEndsTheConnection() {
        var stream = (EnvironmentStream) ((Opened.Listening) edges.listen(Served.SERVER_KEY, null)).stream();

        environments.serve(new Snapshot(
                AFTER.project(),
                AFTER.environment(),
                AFTER.environmentId(),
                9,
                AFTER.changedAt(),
                AFTER.flags(),
                AFTER.segments(),
                List.of()));

        assertThat(stream.admitted()).isFalse();
    }

    private ServedEnvironment now() {
        return Objects.requireNonNull(environments.environment("demo/production"));
    }

    private static JsonNode json(byte[] document) {
        try {
            return new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
