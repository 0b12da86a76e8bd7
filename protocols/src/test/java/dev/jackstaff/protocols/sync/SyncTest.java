package dev.jackstaff.protocols.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.Served;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final Freshness freshness = new Freshness();
    private final Sync sync = new Sync(environments, freshness);

    @BeforeEach
    void serve() {
        environments.serve(Served.reached("demo", "staging", 3, Served.serving("plain", Value.of(true))));
        environments.serve(Served.demoAt(7, Served.serving("plain", Value.of(true))));
        environments.complete();
    }

    @Test
    void aKeyIsToldOfWhatItReachesAndNothingElse() {
        freshness.confirm("demo/staging", Duration.ofSeconds(5));

        Reply state = sync.state(Served.EDGE_KEY, null);

        assertThat(state.status()).isEqualTo(200);
        assertThat(text(state)).contains("\"demo/staging\"").doesNotContain("production");
        assertThat(SyncState.read(state.body()).environments().get(0).head())
                .isEqualTo(new SnapshotHead("id-of-demo-staging", 3));
        assertThat(Double.parseDouble(state.headers().get("Jackstaff-Sync-Age")))
                .isBetween(5.0, 60.0);
    }

    @Test
    void anAgeThatNobodyKnowsIsNotSaid() {
        Reply state = sync.state(Served.EDGE_KEY, null);

        assertThat(text(state)).doesNotContain("age");
        assertThat(state.headers()).doesNotContainKey("Jackstaff-Sync-Age");
    }

    @Test
    void whoHasTheStateIsToldItsAgeAlone() {
        freshness.confirm("demo/staging", Duration.ofSeconds(5));
        String tag = sync.state(Served.EDGE_KEY, null).headers().get("ETag");

        Reply same = sync.state(Served.EDGE_KEY, tag);
        environments.serve(Served.reached("demo", "staging", 4));
        Reply other = sync.state(Served.EDGE_KEY, tag);

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers()).containsKeys("ETag", "Jackstaff-Sync-Age");
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void aKeyThatIsNoEdgesIsRefused() {
        assertThat(sync.state(null, null).status()).isEqualTo(401);
        assertThat(sync.state(Served.SERVER_KEY, null).status()).isEqualTo(401);
        assertThat(sync.snapshot(Served.SERVER_KEY, "demo/production", null, false)
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
        Sync early = new Sync(beginning, freshness);

        Reply refusal = early.state(Served.EDGE_KEY, null);
        beginning.serve(Served.reached("demo", "staging", 3));
        Reply partial = early.state(Served.EDGE_KEY, null);

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.headers()).containsKey("Retry-After");
        assertThat(partial.status()).isEqualTo(200);
        assertThat(text(partial)).startsWith("{\"complete\":false,\"ready\":false,");
    }

    @Test
    void aDocumentComesInBothFormsAndOnlyOnce() throws IOException {
        Reply plain = sync.snapshot(Served.EDGE_KEY, "demo/staging", null, false);
        Reply small = sync.snapshot(Served.EDGE_KEY, "demo/staging", null, true);
        Reply again = sync.snapshot(
                Served.EDGE_KEY, "demo/staging", Sync.tag(new SnapshotHead("id-of-demo-staging", 3)), true);

        assertThat(SnapshotReader.read(plain.body()).revision()).isEqualTo(3);
        assertThat(small.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(again.status()).isEqualTo(304);
        assertThat(sync.snapshot(
                                Served.EDGE_KEY, "demo/staging", small.headers().get("ETag"), false)
                        .status())
                .isEqualTo(304);
        assertThat(sync.snapshot(Served.EDGE_KEY, "demo/staging", "\"another\"", false)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDocumentOutOfReachIsNotThere() {
        assertThat(sync.snapshot(Served.EDGE_KEY, "demo/production", null, false)
                        .status())
                .isEqualTo(404);
        assertThat(sync.snapshot(Served.EDGE_KEY, "nowhere/at-all", null, false).status())
                .isEqualTo(404);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
