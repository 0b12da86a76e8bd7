package dev.jackstaff.protocols.flexflag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.AdjustableClock;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.stream.EnvironmentStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlexflagSyncDocumentsTest {
    private static final Snapshot BEFORE = EnvironmentFixtures.demoAt(
            7,
            EnvironmentFixtures.serving("same", Value.of(true)),
            EnvironmentFixtures.serving("text", Value.of("a")),
            EnvironmentFixtures.off("gone"));
    private static final Snapshot AFTER = EnvironmentFixtures.demoAt(
            8,
            EnvironmentFixtures.serving("same", Value.of(true)),
            EnvironmentFixtures.serving("text", Value.of("b")),
            EnvironmentFixtures.off("new"));

    private final AdjustableClock clock = new AdjustableClock();
    private final LiveEnvironments environments = new LiveEnvironments();
    private final FlexflagEdgeHandler edges = new FlexflagEdgeHandler(environments, new FlexflagServerRegistry(clock));

    @BeforeEach
    void serve() {
        environments.markComplete();
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
        return FlexflagSyncDocuments.changes(before, now).stream()
                .map(FlexflagSyncDocumentsTest::json)
                .map(message -> message.path("type").asText() + " "
                        + message.at("/data/flag_key").asText() + " "
                        + message.at("/data/action").asText())
                .toList();
    }

    @Test
    void aFlagIsWrittenAsFlexflagsServersDo() {
        JsonNode flag =
                json(edges.sync(EnvironmentFixtures.SERVER_KEY, 1, 1).body()).at("/flags/0");

        assertThat(flag.path("key").asText()).isEqualTo("text");
        assertThat(flag.path("type").asText()).isEqualTo("string");
        assertThat(flag.path("default").asText()).isEqualTo("a");
        assertThat(flag.at("/variations/0/id").asText()).isEqualTo("on");
        assertThat(flag.path("environment").asText()).isEqualTo("production");
        assertThat(flag.path("project_id").asText()).isEqualTo("demo");
    }

    @Test
    void aKeyIsKnownByItsHash() {
        JsonNode key =
                json(edges.authenticate(EnvironmentFixtures.CLIENT_KEY).body()).path("api_key");

        assertThat(key.path("key_hash").asText()).hasSize(64);
        assertThat(key.path("permissions")).hasToString("[\"read\"]");
        assertThat(edges.authenticate(null).status()).isEqualTo(401);
    }

    @Test
    void clientKeysAreToldNothing() {
        Reply refused = edges.sync(EnvironmentFixtures.CLIENT_KEY, 0, 10);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(edges.listen(EnvironmentFixtures.CLIENT_KEY, "s")).isInstanceOf(OpenResult.Rejected.class);
        assertThat(edges.opens(EnvironmentFixtures.SERVER_KEY, "demo/staging")).isFalse();
    }

    @Test
    void aConnectionBeginsWithEverythingAndGoesOnWithChanges() {
        OpenResult opened = edges.listen(EnvironmentFixtures.SERVER_KEY, "s1");
        assertThat(opened).isInstanceOf(OpenResult.Accepted.class);
        var stream = (EnvironmentStream) ((OpenResult.Accepted) opened).stream();

        String opening = new String(stream.initialEvents(now()), StandardCharsets.UTF_8);
        environments.serve(AFTER);
        String news = new String(stream.update(now()), StandardCharsets.UTF_8);

        assertThat(opening).startsWith("data: {\"type\":\"connected\"").contains("\"server_id\":\"s1\"");
        assertThat(opening.split("\n\n", -1)).hasSize(1 + 6 + 1);
        assertThat(news.split("\n\n", -1)).hasSize(3 + 1);
        assertThat(new String(stream.heartbeat(), StandardCharsets.UTF_8)).startsWith("data: {\"type\":\"ping\"");
        assertThat(stream.isAdmitted()).isTrue();
        assertThat(json(edges.listConnected(List.of()).body())
                        .at("/servers/0/id")
                        .asText())
                .isEqualTo("s1");
    }

    @Test
    void aServerWithoutASignOfLifeIsListedNoLonger() {
        edges.listen(EnvironmentFixtures.SERVER_KEY, "s1");
        clock.pass(Duration.ofSeconds(10));
        assertThat(json(edges.listConnected(List.of()).body()).path("total").asInt())
                .isEqualTo(1);

        clock.pass(Duration.ofMillis(1));

        assertThat(json(edges.listConnected(List.of()).body()).path("total").asInt())
                .isZero();
    }

    @Test
    void aKeyThatIsTakenAwayEndsTheConnection() {
        var stream =
                (EnvironmentStream) ((OpenResult.Accepted) edges.listen(EnvironmentFixtures.SERVER_KEY, null)).stream();

        environments.serve(new Snapshot(
                AFTER.project(),
                AFTER.environment(),
                AFTER.environmentId(),
                9,
                AFTER.changedAt(),
                AFTER.flags(),
                AFTER.segments(),
                List.of()));

        assertThat(stream.isAdmitted()).isFalse();
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
