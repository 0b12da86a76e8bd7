package dev.jackstaff.protocols.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncHandlerTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private final SyncHandler sync = new SyncHandler(environments, freshness);

    @BeforeEach
    void serve() {
        environments.serve(EnvironmentFixtures.reachableByEdge(
                "demo", "staging", 3, EnvironmentFixtures.serving("plain", Value.of(true))));
        environments.serve(EnvironmentFixtures.demoAt(7, EnvironmentFixtures.serving("plain", Value.of(true))));
        environments.markComplete();
    }

    @Test
    void aKeyIsToldOfWhatItReachesAndNothingElse() {
        freshness.confirm("demo/staging", Duration.ofSeconds(5));

        Reply state = sync.state(EnvironmentFixtures.EDGE_KEY, null);

        assertThat(state.status()).isEqualTo(200);
        assertThat(text(state)).contains("\"demo/staging\"").doesNotContain("production");
        assertThat(SyncState.read(state.body()).environments().get(0).head())
                .isEqualTo(new SnapshotHead("id-of-demo-staging", 3));
        assertThat(Double.parseDouble(state.headers().get("Jackstaff-Sync-Age")))
                .isBetween(5.0, 60.0);
    }

    @Test
    void anAgeThatNobodyKnowsIsNotSaid() {
        Reply state = sync.state(EnvironmentFixtures.EDGE_KEY, null);

        assertThat(text(state)).doesNotContain("age");
        assertThat(state.headers()).doesNotContainKey("Jackstaff-Sync-Age");
    }

    @Test
    void whoHasTheStateIsToldItsAgeAlone() {
        freshness.confirm("demo/staging", Duration.ofSeconds(5));
        String tag = sync.state(EnvironmentFixtures.EDGE_KEY, null).headers().get("ETag");

        Reply same = sync.state(EnvironmentFixtures.EDGE_KEY, tag);
        environments.serve(EnvironmentFixtures.reachableByEdge("demo", "staging", 4));
        Reply other = sync.state(EnvironmentFixtures.EDGE_KEY, tag);

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers()).containsKeys("ETag", "Jackstaff-Sync-Age");
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void aKeyThatIsNoEdgesIsRefused() {
        assertThat(sync.state(null, null).status()).isEqualTo(401);
        assertThat(sync.state(EnvironmentFixtures.SERVER_KEY, null).status()).isEqualTo(401);
        assertThat(sync.snapshot(EnvironmentFixtures.SERVER_KEY, "demo/production", null, false)
                        .status())
                .isEqualTo(401);
        Reply refusal = sync.state("jks_edge_unknown", null);
        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(text(refusal)).contains("\"title\":\"Unauthorized\",\"status\":401,\"detail\":");
    }

    @Test
    void whileSnapshotsAreMissingAnUnknownKeyIsToComeAgain() {
        LiveEnvironments beginning = new LiveEnvironments();
        SyncHandler early = new SyncHandler(beginning, freshness);

        Reply refusal = early.state(EnvironmentFixtures.EDGE_KEY, null);
        beginning.serve(EnvironmentFixtures.reachableByEdge("demo", "staging", 3));
        Reply partial = early.state(EnvironmentFixtures.EDGE_KEY, null);

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.headers()).containsKey("Retry-After");
        assertThat(partial.status()).isEqualTo(200);
        assertThat(text(partial)).startsWith("{\"complete\":false,\"ready\":false,");
    }

    /** Whoever took this state for complete would remove what the key only does not open yet. */
    @Test
    void theStateIsNotCompleteWhileANewKeyOfTheInstallationDoesNotOpenAllItWill() {
        environments.serve(EnvironmentFixtures.reachableByEdgeOfTheInstallation("demo", "staging", 4));

        Reply partial = sync.state(EnvironmentFixtures.EDGE_KEY, null);
        Reply notYet = sync.snapshot(EnvironmentFixtures.EDGE_KEY, "demo/production", null, false);
        environments.withdraw("demo/production");
        environments.serve(EnvironmentFixtures.reachableByEdgeOfTheInstallation("demo", "production", 8));
        Reply whole = sync.state(EnvironmentFixtures.EDGE_KEY, null);

        assertThat(text(partial)).startsWith("{\"complete\":false,\"ready\":true,");
        assertThat(notYet.status()).isEqualTo(503);
        assertThat(text(whole)).startsWith("{\"complete\":true,").contains("production", "staging");
    }

    @Test
    void aDocumentComesInBothFormsAndOnlyOnce() throws IOException {
        Reply plain = sync.snapshot(EnvironmentFixtures.EDGE_KEY, "demo/staging", null, false);
        Reply small = sync.snapshot(EnvironmentFixtures.EDGE_KEY, "demo/staging", null, true);
        Reply again = sync.snapshot(
                EnvironmentFixtures.EDGE_KEY,
                "demo/staging",
                SyncHandler.tag(new SnapshotHead("id-of-demo-staging", 3)),
                true);

        assertThat(SnapshotReader.read(plain.body()).revision()).isEqualTo(3);
        assertThat(small.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(again.status()).isEqualTo(304);
        assertThat(sync.snapshot(
                                EnvironmentFixtures.EDGE_KEY,
                                "demo/staging",
                                small.headers().get("ETag"),
                                false)
                        .status())
                .isEqualTo(304);
        assertThat(sync.snapshot(EnvironmentFixtures.EDGE_KEY, "demo/staging", "\"another\"", false)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDocumentOutOfReachIsNotThere() {
        assertThat(sync.snapshot(EnvironmentFixtures.EDGE_KEY, "demo/production", null, false)
                        .status())
                .isEqualTo(404);
        assertThat(sync.snapshot(EnvironmentFixtures.EDGE_KEY, "nowhere/at-all", null, false)
                        .status())
                .isEqualTo(404);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
