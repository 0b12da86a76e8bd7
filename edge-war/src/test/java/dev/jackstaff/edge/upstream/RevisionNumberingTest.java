package dev.jackstaff.edge.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionNumberingTest {
    private static Snapshot snapshot(String id, long revision, String... keys) {
        return new Snapshot(
                "demo",
                "production",
                id,
                revision,
                Instant.now(),
                List.of(),
                List.of(),
                List.of(keys).stream()
                        .map(key -> HashedCredentials.of(key, Credential.Kind.SERVER))
                        .toList());
    }

    private static long revision(Snapshot served, Snapshot wanted) {
        return RevisionNumbering.assignRevision(ServedEnvironment.of(served), wanted)
                .map(Snapshot::revision)
                .orElse(-1L);
    }

    @Test
    void theFirstHasTheSourcesRevisionOrTheTime() {
        assertThat(RevisionNumbering.assignRevision(null, snapshot("a", 57))
                        .orElseThrow()
                        .revision())
                .isEqualTo(57);
        assertThat(RevisionNumbering.assignRevision(null, snapshot("a", 0))
                        .orElseThrow()
                        .revision())
                .isGreaterThan(1_700_000_000);
    }

    @Test
    void whatIsServedAlreadyIsNotServedAgain() {
        assertThat(RevisionNumbering.assignRevision(
                        ServedEnvironment.of(snapshot("a", 57, "k")), snapshot("a", 58, "k")))
                .isEmpty();
    }

    @Test
    void aRevisionOnlyGrows() {
        assertThat(revision(snapshot("a", 57, "k"), snapshot("a", 60, "k", "l")))
                .isEqualTo(60);
        assertThat(revision(snapshot("a", 57, "k"), snapshot("a", 57, "k", "l")))
                .isEqualTo(58);
        assertThat(revision(snapshot("a", 57, "k"), snapshot("a", 3, "l"))).isEqualTo(58);
        assertThat(revision(snapshot("a", 57, "k"), snapshot("a", 0))).isEqualTo(58);
    }

    @Test
    void anotherEnvironmentBeginsAnew() {
        assertThat(revision(snapshot("a", 57, "k"), snapshot("b", 3, "k"))).isEqualTo(3);
    }
}
