package dev.jackstaff.edge.upstream;

import dev.jackstaff.edge.backup.Backup;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;

/** The way into service, as the container would make it. */
public final class Intakes {
    private Intakes() {}

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    public static Intake into(LiveEnvironments environments, Freshness freshness) {
        Intake intake = new Intake();
        intake.environments = environments;
        intake.freshness = freshness;
        intake.backup = new Backup(environments, freshness);
        intake.failures = new Failures();
        return intake;
    }
}
