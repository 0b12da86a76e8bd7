package dev.jackstaff.edge.upstream;

import dev.jackstaff.edge.backup.Backup;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;

/** An intake with its fields set as the container would. */
public final class IntakeFixture {
    private IntakeFixture() {}

    public static Intake create(LiveEnvironments environments, Freshness freshness) {
        return create(environments, freshness, new Backup(environments, freshness));
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container in this test
    public static Intake create(LiveEnvironments environments, Freshness freshness, Backup backup) {
        Intake intake = new Intake();
        intake.environments = environments;
        intake.freshness = freshness;
        intake.backup = backup;
        intake.errors = new UpstreamErrors();
        return intake;
    }
}
