package dev.jackstaff.domain.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.audit.AuditAnchor;
import dev.jackstaff.domain.audit.ChainReport;
import dev.jackstaff.testprocess.MachineSpeed;
import java.time.Duration;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trail of a million entries is verified within a minute. */
@Tag("long")
class AuditChainScaleIT {
    private static final Logger LOG = Logger.getLogger(AuditChainScaleIT.class.getName());
    private static final int ENTRIES = 1_000_000;
    private static final Duration GOAL = Duration.ofSeconds(60);

    private final TestTrail trail = new TestTrail(TestTrail.migratedDatabase());

    @Test
    void aMillionEntriesAreVerifiedWithinAMinute() {
        trail.writeMany(ENTRIES);
        long begun = System.nanoTime();
        trail.seal();
        Duration sealing = Duration.ofNanos(System.nanoTime() - begun);
        AuditAnchor head = trail.chain().lastSeen().map(AuditAnchor::of).orElseThrow();

        begun = System.nanoTime();
        ChainReport report = trail.verify(head);
        Duration verifying = Duration.ofNanos(System.nanoTime() - begun);

        LOG.info("A million entries: sealed in " + sealing.toMillis() + " ms, verified in " + verifying.toMillis()
                + " ms.");
        assertThat(report.holds()).isTrue();
        assertThat(report.verified()).isEqualTo(ENTRIES);
        assertThat(verifying.toMillis()).isLessThan((long) (GOAL.toMillis() * MachineSpeed.slowdown()));
    }
}
