package dev.jackstaff.edge.backup;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An edge's backup with what it restores, without the edge. */
final class Kept {
    static final String KEY = "demo/production";
    static final String ORIGIN = "grid test";

    final LiveEnvironments environments = new LiveEnvironments();
    final Freshness freshness = new Freshness();
    final Backup backup;

    private Kept(Path data) {
        backup = new Backup(environments, freshness, Optional.of(data));
    }

    static Kept in(Path data) {
        Kept kept = new Kept(data);
        kept.backup.open(ORIGIN);
        return kept;
    }

    static Snapshot at(long revision, Credential... credentials) {
        return new Snapshot(
                "demo",
                "production",
                "8c5b3a52-7a1e-4d8e-9d5b-0d6c6f9e2a11",
                revision,
                Instant.parse("2026-11-21T08:00:00Z"),
                List.of(),
                List.of(),
                List.of(credentials));
    }

    /** The revision that is served; 0 for none. */
    long revision() {
        return Optional.ofNullable(environments.environment(KEY))
                .map(served -> served.revision())
                .orElse(0L);
    }
}
