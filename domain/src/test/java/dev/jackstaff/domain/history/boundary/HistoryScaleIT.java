package dev.jackstaff.domain.history.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.testprocess.MachineSpeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** An environment of 5,000 flags, each changed 40 times, in a history of its own. */
class HistoryScaleIT {
    private static final Logger LOG = Logger.getLogger(HistoryScaleIT.class.getName());
    private static final int FLAGS = 5_000;
    private static final int VERSIONS = 40;
    private static final int READINGS = 7;

    /** The goal is 300 ms on an idle machine; other tests run beside this one. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final EnvironmentKey production = new EnvironmentKey("production");

    @Test
    void anyRevisionIsBuiltSoon() throws SQLException {
        populate();
        int last = FLAGS * VERSIONS;

        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            long revision = 2 + (long) (last - 2) * (READINGS - i) / READINGS;
            long start = System.nanoTime();
            Snapshot snapshot = hub.callAsAdmin(() -> hub.get(History.class).at(project, production, revision));
            durations.add(Duration.ofNanos(System.nanoTime() - start));
            assertThat(snapshot.flags()).hasSize(FLAGS);
        }

        durations.sort(null);
        Duration median = durations.get(READINGS / 2);
        LOG.log(
                Level.INFO,
                "[figures] 5,000 flags at a revision of 200,000: {0} ms in the middle, slowest {1} ms",
                new Object[] {median.toMillis(), durations.get(READINGS - 1).toMillis()});
        assertThat(median).isLessThan(Duration.ofNanos((long) (LIMIT.toNanos() * MachineSpeed.slowdown())));
    }

    private void populate() throws SQLException {
        String projectId = "(select id from project where key = '" + project + "')";
        String environmentId =
                "(select id from environment where key = 'production' and project_id = " + projectId + ")";
        execute(
                """
                insert into flag_version (flag_id, project_revision, project_id, key, name, description, type, kind, owner, tags,
                    server_only, archived, variants, prerequisites)
                select md5(n::text)::uuid, 1, %1$s, 'flag-' || n, 'Flag', '', 'boolean', 'release', '', '[]',
                    false, false, '[{"key":"on","value":true},{"key":"off","value":false}]', '[]'
                from generate_series(1, %3$d) n;
                insert into flag (id, project_id, key, name, description, type, kind, owner, tags, server_only, archived, variants,
                    prerequisites, created_at, updated_at, version, recorded_version)
                select flag_id, project_id, key, name, description, type, kind, owner, tags, server_only, archived, variants,
                    prerequisites, now(), now(), 1, 1 from flag_version where project_id = %1$s;
                insert into flag_state_version (environment_id, flag_id, revision, enabled, off_variant, fallthrough, rules)
                select %2$s, md5((1 + r %% %3$d)::text)::uuid, case when r < %3$d then 2 else r end, r %% 3 = 0, 'off',
                    '{"serve":"on"}',
                    '[{"name":"Testers","condition":{"attribute":"country","operator":"IN","values":["SE","NO"]},"outcome":{"serve":"on"}}]'
                from generate_series(0, %3$d * %4$d - 1) r;
                insert into environment_revision (environment_id, revision, project_revision, at)
                select %2$s, r, 1, now() from generate_series(2, %3$d * %4$d) r;
                analyze flag_version, flag_state_version, environment_revision, flag;
                """
                        .formatted(projectId, environmentId, FLAGS, VERSIONS));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = hub.database().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
