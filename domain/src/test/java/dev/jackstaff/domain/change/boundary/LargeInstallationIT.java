package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.audit.boundary.AuditQuery;
import dev.jackstaff.domain.audit.boundary.AuditTrail;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagQuery;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.history.EnvironmentRevisionView;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionAddress;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import dev.jackstaff.domain.storage.SqlResource;
import dev.jackstaff.domain.testing.DomainContainer;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The goals for an installation with a project of 5,000 flags and 20 environments, and a million audit entries. They are
 * goals for a machine of its own: where other processes want the processors too, they are multiplied by the share of each
 * that is missing.
 */
@Tag("long")
class LargeInstallationIT {
    private static final Logger LOG = Logger.getLogger(LargeInstallationIT.class.getName());
    private static final int FLAGS = 5_000;
    private static final int ENVIRONMENTS = 20;
    private static final int ENTRIES = 1_000_000;
    private static final int WARM_UP = 60;
    private static final int READINGS = 100;
    private static final Duration READ = Duration.ofMillis(100);
    private static final Duration TOGGLE = Duration.ofMillis(30);

    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    private final SoftAssertions goals = new SoftAssertions();
    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();

    @Test
    void listsSearchesHistoryComparisonsAndTogglesStayFast() throws SQLException {
        for (int i = 3; i < ENVIRONMENTS; i++) {
            NewEnvironment environment = new NewEnvironment(new EnvironmentKey("environment-" + i), "", false, null);
            hub.callAsAdmin(() -> hub.get(EnvironmentChanges.class).create(project, environment));
        }
        populate();

        Flags flags = hub.get(Flags.class);
        History history = hub.get(History.class);
        FlagStateChanges states = hub.get(FlagStateChanges.class);
        measure("list of 50 flags", READ, i -> flags.list(project, new FlagQuery("", false, false, "flag-" + i, 50)));
        measure("search", READ, i -> flags.list(project, new FlagQuery("number " + (4000 + i), false, false, "", 50)));
        measure("audit entries", READ, i -> hub.get(AuditTrail.class)
                .entries(new AuditQuery(project.value(), Long.MAX_VALUE - i, 50)));
        measure("toggle", TOGGLE, i -> states.toggle(address(1 + i)));
        measure("revisions", READ, i -> history.revisions(project, PRODUCTION, new RevisionQuery(Long.MAX_VALUE, 50)));
        measureComparison("two environments", "production", "staging");
        measureComparison("two environments that are alike", "staging", "environment-7");
        List<Long> revisions = history();
        long latest = revisions.get(0);
        measureComparison("two revisions", "production@" + (latest - 50), "production@" + latest);
        measureComparison("a revision of another environment", "staging", "production@" + (latest - 50));
        measureComparison("the first revision", "production@" + revisions.get(revisions.size() - 1), "production");
        goals.assertAll();
    }

    private FlagAddress address(int flag) {
        return new FlagAddress(project, new FlagKey("flag-" + flag), PRODUCTION);
    }

    /** The latest revisions of production, the newest first; there are not more. */
    private List<Long> history() {
        return hub
                .callAsAdmin(() ->
                        hub.get(History.class).revisions(project, PRODUCTION, new RevisionQuery(Long.MAX_VALUE, 500)))
                .stream()
                .map(EnvironmentRevisionView::revision)
                .toList();
    }

    private void measureComparison(String what, String from, String to) {
        measure("comparison of " + what, READ, i -> hub.get(History.class)
                .compare(RevisionAddress.parse(project, from), RevisionAddress.parse(project, to)));
    }

    private void measure(String what, Duration limit, IntFunction<?> use) {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < WARM_UP + READINGS; i++) {
            int turn = i;
            long start = System.nanoTime();
            assertThat(hub.<Object>callAsAdmin(() -> use.apply(turn))).isNotNull();
            if (i >= WARM_UP) {
                durations.add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        durations.sort(null);
        Duration high = durations.get(READINGS * 95 / 100);
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        double share = Math.max(1, machine.getSystemLoadAverage() / machine.getAvailableProcessors());
        LOG.log(
                Level.INFO,
                "[figures] {0}: {1} ms in the middle, p95 {2} ms (goal {3} ms; {4,number,0.0} processes for each processor)",
                new Object[] {what, durations.get(READINGS / 2).toMillis(), high.toMillis(), limit.toMillis(), share});
        goals.assertThat(high).describedAs(what).isLessThan(Duration.ofNanos((long) (limit.toNanos() * share)));
    }

    private void populate() throws SQLException {
        String sql = SqlResource.read(DomainContainer.class, "large-installation.sql")
                .replace(":project", project.value())
                .replace(":flags", Integer.toString(FLAGS))
                .replace(":entries", Integer.toString(ENTRIES));
        try (Connection connection = hub.database().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
