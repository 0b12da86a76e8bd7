package dev.jackstaff.edge.upstream;

import dev.jackstaff.edge.backup.Backup;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An intake with its fields set as the container would, and a snapshot for it. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container in these tests
public final class IntakeFixture {
    private IntakeFixture() {}

    public static Intake create(LiveEnvironments environments, Freshness freshness) {
        return create(environments, freshness, new Backup(environments, freshness));
    }

    static Intake create(LiveEnvironments environments, Freshness freshness, HeapBudget budget) {
        Intake intake = create(environments, freshness);
        intake.budget = budget;
        return intake;
    }

    public static Intake create(LiveEnvironments environments, Freshness freshness, Backup backup) {
        Intake intake = new Intake();
        intake.environments = environments;
        intake.freshness = freshness;
        intake.backup = backup;
        intake.errors = new UpstreamErrors();
        intake.budget = new HeapBudget();
        return intake;
    }

    /** A snapshot of demo/production. */
    public static Snapshot snapshot(long revision, @Nullable ForeignDocument foreign) {
        return new Snapshot(
                "demo",
                "production",
                "8c5b3a52-7a1e-4d8e-9d5b-0d6c6f9e2a11",
                revision,
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                foreign);
    }
}
