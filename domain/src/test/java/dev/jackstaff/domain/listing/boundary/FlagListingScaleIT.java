package dev.jackstaff.domain.listing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.flag.boundary.FlagQuery;
import dev.jackstaff.domain.flag.boundary.Flags;
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
import java.util.function.Supplier;
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
    private static final int READINGS = 12;

    /** A page takes less than 100 ms on a machine of its own; this one may be shared. */
    private static final Duration LIMIT = Duration.ofMillis(300);

    /** Each tenth flag is needed by the nine after it, and each hundredth is off. */
    private static final String NEEDS =
            """
            update flag f set prerequisites = jsonb_build_array(
                jsonb_build_object('flag', 'flag-' || n / 10 * 10, 'variants', cast('[]' as jsonb)))
            from project p, generate_series(10, 5000) n
            where p.id = f.project_id and p.key = '%1$s' and f.key = 'flag-' || n and n %% 10 > 0;
            update flag_state s set enabled = false from flag f, project p
            where f.id = s.flag_id and p.id = f.project_id and p.key = '%1$s' and f.key like '%%00';
            analyze flag, flag_state;
            """;

    /** Nine flags after each of those that are off, but after the last. */
    private static final int HELD_OFF = 9 * 49;

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

        measure("25 flags by key without their settings", () -> hub.get(Flags.class)
                .listWithStates(project, FlagQuery.first(25))
                .items());
        List<Duration> medians = new ArrayList<>();
        for (FlagSort sort : FlagSort.values()) {
            medians.add(measure("by " + sort.label(), FlagFilter.ALL, sort));
        }
        medians.add(measure("text", FlagFilter.ALL.withText("number 4"), FlagSort.KEY));
        medians.add(measure("on in staging", FlagFilter.ALL.in(new EnvironmentKey("staging"), true), FlagSort.KEY));
        medians.add(measure("stale", FlagFilter.ALL.with(FlagMark.STALE), FlagSort.KEY));

        measure("numbers of the standard views", () -> hub.get(FlagListing.class)
                .counts(project));
        execute(NEEDS.formatted(project));
        FlagFilter heldOff = FlagFilter.ALL.with(FlagMark.HELD_OFF).in(new EnvironmentKey("staging"), null);
        medians.add(measure("held off in staging", heldOff, FlagSort.KEY));
        assertThat(hub.callAs(ada, () -> hub.get(FlagListing.class)
                                .page(project, new FlagListingQuery(heldOff, FlagSort.KEY, 0, 25)))
                        .total())
                .isEqualTo(HELD_OFF);
        assertThat(medians).allMatch(median -> median.compareTo(LIMIT) < 0);
    }

    private Duration measure(String what, FlagFilter filter, FlagSort sort) {
        FlagListingQuery query = new FlagListingQuery(filter, sort, 25, 25);
        return measure(what, () -> {
            FlagListingPage page = hub.get(FlagListing.class).page(project, query);
            assertThat(page.total()).isBetween(1L, (long) FLAGS);
            assertThat(page.rows()).hasSize(25).allSatisfy(row -> assertThat(row.environments())
                    .hasSize(ENVIRONMENTS));
            return page;
        });
    }

    private Duration measure(String what, Supplier<?> use) {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            long start = System.nanoTime();
            assertThat(hub.<Object>callAs(ada, use::get)).isNotNull();
            durations.add(Duration.ofNanos(System.nanoTime() - start));
        }
        durations.sort(null);
        Duration median = durations.get(READINGS / 2);
        LOG.log(Level.INFO, "[figures] {0}: {1} ms at best, {2} ms in the middle", new Object[] {
            what, durations.get(0).toMillis(), median.toMillis()
        });
        return median;
    }

    private void execute(String statements) throws SQLException {
        try (Connection connection = hub.database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
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
