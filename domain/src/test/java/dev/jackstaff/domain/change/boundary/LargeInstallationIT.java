package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.audit.boundary.AuditQuery;
import dev.jackstaff.domain.audit.boundary.AuditTrail;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagQuery;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionAddress;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import dev.jackstaff.domain.testing.DomainContainer;
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

/** A project of 5,000 flags and 20 environments, and a million audit entries. */
@Tag("long")
class LargeInstallationIT {
    private static final Logger LOG = Logger.getLogger(LargeInstallationIT.class.getName());
    private static final int FLAGS = 5_000;
    private static final int ENVIRONMENTS = 20;
    private static final int ENTRIES = 1_000_000;
    private static final int WARM_UP = 60;
    private static final int READINGS = 100;

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
        Duration read = Duration.ofMillis(100);
        measure("list of 50 flags", read, i -> flags.list(project, new FlagQuery("", false, false, "flag-" + i, 50)));
        measure("search", read, i -> flags.list(project, new FlagQuery("number " + (4000 + i), false, false, "", 50)));
        measure("audit entries", read, i -> hub.get(AuditTrail.class)
                .entries(new AuditQuery(project.value(), Long.MAX_VALUE - i, 50)));
        measure(
                "toggle",
                Duration.ofMillis(30),
                i -> states.toggle(new FlagAddress(project, new FlagKey("flag-" + (1 + i)), PRODUCTION)));
        measure("revisions", read, i -> history.revisions(project, PRODUCTION, new RevisionQuery(Long.MAX_VALUE, 50)));
        measure(
                "comparison of two environments",
                read,
                i -> history.compare(
                        RevisionAddress.parse(project, "production"), RevisionAddress.parse(project, "staging")));
        goals.assertAll();
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
        LOG.log(Level.INFO, "[figures] {0}: {1} ms in the middle, p95 {2} ms (goal {3})", new Object[] {
            what, durations.get(READINGS / 2).toMillis(), high.toMillis(), limit.toMillis()
        });
        goals.assertThat(high).describedAs(what).isLessThan(limit.multipliedBy(3));
    }

    private void populate() throws SQLException {
        String projectId = "(select id from project where key = '" + project + "')";
        try (Connection connection = hub.database().getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            """
                            insert into flag (id, project_id, key, name, description, type, kind, owner, tags, server_only,
                                archived, variants, prerequisites, created_at, updated_at, version, recorded_version)
                            select gen_random_uuid(), %1$s, 'flag-' || n, 'Flag number ' || n, 'What it does', 'boolean',
                                'release', 'team', '["a","b"]', false, false,
                                '[{"key":"on","value":true},{"key":"off","value":false}]', '[]', now(), now(), 1, 0
                            from generate_series(1, %2$d) n;
                            insert into flag_state (id, flag_id, environment_id, enabled, off_variant, fallthrough, rules,
                                rule_ids, updated_at, version, recorded_version)
                            select gen_random_uuid(), f.id, e.id, true, 'off', '{"serve":"on"}',
                                '[{"name":"Testers","condition":{"attribute":"country","operator":"IN","values":["SE","NO"]},"outcome":{"serve":"on"}}]',
                                '["one"]', now(), 1, 0
                            from flag f join environment e on e.project_id = f.project_id where f.project_id = %1$s;
                            insert into audit_entry (id, at, actor, actor_kind, action, resource, key, project, environment,
                                before, after)
                            select nextval('audit_entry_id_seq'), now(), 'ada@example.org', 'user', 'updated', 'flag',
                                'flag-' || n %% 5000, case when n %% 10 = 0 then '%3$s' else 'other' end, '', '{}', '{}'
                            from generate_series(1, %4$d) n;
                            analyze flag, flag_state, audit_entry;
                            """
                                    .formatted(projectId, FLAGS, project, ENTRIES));
        }
    }
}
