package dev.jackstaff.domain.listing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.listing.FlagFilter;
import dev.jackstaff.domain.listing.FlagMark;
import dev.jackstaff.domain.listing.FlagSort;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import dev.jackstaff.domain.testing.DomainContainer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A list of 5,000 flags in 20 environments. */
@Tag("long")
class FlagListingScaleIT {
    private static final Logger LOG = Logger.getLogger(FlagListingScaleIT.class.getName());
    private static final int FLAGS = 5_000;
    private static final int ENVIRONMENTS = 20;
    private static final int READINGS = 20;

    /** A page takes less than 100 ms on a machine of its own; this one may be shared. */
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final UserView ada = hub.createUser(Role.VIEWER);

    @Test
    void pagesOfALargeProjectAreFast() throws SQLException {
        for (int i = 3; i < ENVIRONMENTS; i++) {
            NewEnvironment environment = new NewEnvironment(new EnvironmentKey("environment-" + i), "", false, null);
            hub.callAsAdmin(() -> hub.get(EnvironmentChanges.class).create(project, environment));
        }
        populate();

        List<Duration> medians = new ArrayList<>();
        for (FlagSort sort : FlagSort.values()) {
            medians.add(measure("by " + sort.label(), FlagFilter.ALL, sort));
        }
        medians.add(measure("text", FlagFilter.ALL.withText("number 40"), FlagSort.KEY));
        medians.add(measure("rolling out", FlagFilter.ALL.with(FlagMark.ROLLING_OUT), FlagSort.KEY));
        medians.add(measure("stale", FlagFilter.ALL.with(FlagMark.STALE), FlagSort.KEY));

        measureCounts();
        assertThat(medians).allMatch(median -> median.compareTo(LIMIT) < 0);
    }

    private Duration measure(String what, FlagFilter filter, FlagSort sort) {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            FlagListingQuery query = new FlagListingQuery(filter, sort, i * 25 % 100, 25);
            long start = System.nanoTime();
            FlagListingPage page =
                    hub.callAs(ada, () -> hub.get(FlagListing.class).page(project, query));
            durations.add(Duration.ofNanos(System.nanoTime() - start));
            assertThat(page.total()).isBetween(1L, (long) FLAGS);
            assertThat(page.rows())
                    .allSatisfy(row -> assertThat(row.environments()).hasSize(ENVIRONMENTS));
        }
        durations.sort(null);
        Duration median = durations.get(READINGS / 2);
        LOG.log(Level.INFO, "[figures] list of flags, {0}: {1} ms in the middle, {2} ms at most", new Object[] {
            what, median.toMillis(), durations.get(READINGS - 1).toMillis()
        });
        return median;
    }

    private void measureCounts() {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            long start = System.nanoTime();
            long all = hub.callAs(ada, () -> hub.get(FlagListing.class).counts(project))
                    .all();
            durations.add(Duration.ofNanos(System.nanoTime() - start));
            assertThat(all).isEqualTo(FLAGS);
        }
        durations.sort(null);
        LOG.log(Level.INFO, "[figures] numbers of the standard views: {0} ms in the middle", new Object[] {
            durations.get(READINGS / 2).toMillis()
        });
    }

    private void populate() throws SQLException {
        try (Connection connection = hub.database().getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            """
                            insert into flag (id, project_id, key, name, description, type, kind, owner, tags, server_only,
                                archived, variants, prerequisites, created_at, updated_at, version, recorded_version)
                            select gen_random_uuid(), p.id, 'flag-' || n, 'Flag number ' || n, 'What it does', 'boolean',
                                'release', 'team', '["a","b"]', false, false,
                                '[{"key":"on","value":true},{"key":"off","value":false}]', '[]',
                                now() - interval '1 day' * (n %% 200), now() - interval '1 day' * (n %% 200), 1, 1
                            from project p cross join generate_series(1, %2$d) n where p.key = '%1$s';
                            insert into flag_state (id, flag_id, environment_id, enabled, off_variant, fallthrough, rules,
                                rule_ids, updated_at, version, recorded_version)
                            select gen_random_uuid(), f.id, e.id, true, 'off', '{"serve":"on"}',
                                '[{"name":"Testers","condition":{"attribute":"country","operator":"IN","values":["SE"]},"outcome":{"serve":"on"}}]',
                                '["one"]', f.updated_at, 2, 2
                            from flag f join environment e on e.project_id = f.project_id
                            join project p on p.id = f.project_id and p.key = '%1$s';
                            insert into flag_usage (flag_id, environment_id, hour, enabled, variant, application, evaluations)
                            select f.id, e.id, date_trunc('hour', now()) - interval '1 hour' * h, true, 'on', 'shop', 100
                            from flag f join project p on p.id = f.project_id and p.key = '%1$s'
                            join environment e on e.project_id = p.id and e.key in ('production', 'staging')
                            cross join generate_series(0, 30) h where f.key like '%%5';
                            analyze flag, flag_state, flag_usage;
                            """
                                    .formatted(project, FLAGS));
        }
    }
}
