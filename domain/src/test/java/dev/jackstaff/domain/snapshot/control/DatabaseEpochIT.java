package dev.jackstaff.domain.snapshot.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.fleet.boundary.Fleet;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.readiness.boundary.Readiness;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.domain.testing.SnapshotEventRecorder;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.grid.GridNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes back to an earlier state while a hub runs, in the ways in which one can. */
class DatabaseEpochIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DomainContainer hub = DomainContainer.shared();
    private final SnapshotEventRecorder announced = hub.get(SnapshotEventRecorder.class);
    private final FlagStateChanges stateChanges = hub.get(FlagStateChanges.class);
    private final ProjectKey project = hub.createProject();
    private final String key = project + "/production";
    private final FlagAddress checkout =
            new FlagAddress(project, new FlagKey("checkout"), new EnvironmentKey("production"));
    private long published;

    @BeforeEach
    void aPublishedFlag() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
        for (int change = 0; change < 5; change++) {
            published = hub.callAsAdmin(() -> stateChanges.toggle(checkout)).revision();
        }
        await().untilAsserted(() -> assertThat(announced.revision(key)).isEqualTo(published));
    }

    @Test
    void inACopyOfTheDatabaseANewEpochBegins() throws SQLException {
        String epoch = one("select epoch from database_epoch");
        long least = Revisions.leastOfEpoch(Instant.now());

        execute("update database_epoch set identity = 'of another cluster'");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(inGrid()).isGreaterThanOrEqualTo(least));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(announced.revision(key)).isEqualTo(revision()));
        assertThat(one("select epoch from database_epoch")).isNotEqualTo(epoch);
        assertThat(one("select identity from database_epoch")).isNotEqualTo("of another cluster");
        assertThat(hub.callAsAdmin(() -> stateChanges.toggle(checkout)).revision())
                .isGreaterThan(least);
    }

    @Test
    void aTableThatWasWrittenAnewIsOfANewEpoch() throws SQLException {
        String epoch = one("select epoch from database_epoch");

        execute("vacuum full environment");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(one("select epoch from database_epoch"))
                .isNotEqualTo(epoch));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inGrid()).isGreaterThan(published));
    }

    @Test
    void aRevisionThatWentBackIsRaisedAboveThatOfTheGrid() throws SQLException {
        execute("update environment set revision = 2 where id = '" + environment() + "'");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(inGrid()).isGreaterThan(published));
        assertThat(revision()).isEqualTo(inGrid());
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(announced.revision(key)).isEqualTo(revision()));
    }

    @Test
    void aRevisionIsRaisedAboveThatOfAnEdge() {
        hub.get(Fleet.class).recordStatuses(List.of(status(published + 300)));

        assertThat(revision()).isEqualTo(published + 301);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(inGrid()).isEqualTo(published + 301));
    }

    @Test
    void aRevisionThatNoHubCanHaveCountedToIsIgnored() {
        hub.get(Fleet.class).recordStatuses(List.of(status(Long.MAX_VALUE), status(4_000_000_000L)));

        assertThat(revision()).isEqualTo(published);
    }

    /** Tools that restore create foreign keys last. */
    @Test
    void whileADatabaseIsBeingRestoredNothingIsWithdrawn() throws SQLException {
        execute("alter table environment drop constraint environment_project_fk");
        try {
            execute("delete from environment where id = '" + environment() + "'");
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(hub.get(Readiness.class).check().ready()).isFalse());
            assertThat(announced.withdrawn()).doesNotContain(key);
            assertThat(hub.inGrid(GridNames.SNAPSHOTS, key)).isPresent();
        } finally {
            execute("alter table environment add constraint environment_project_fk"
                    + " foreign key (project_id) references project on delete cascade");
        }

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(announced.withdrawn()).contains(key));
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(hub.get(Readiness.class).check().ready()).isTrue());
    }

    private long inGrid() {
        return hub.inGrid(GridNames.SNAPSHOTS, key)
                .map(document -> SnapshotHead.of(document).revision())
                .orElse(-1L);
    }

    private long revision() {
        return Long.parseLong(one("select revision from environment where id = '" + environment() + "'"));
    }

    private String environment() {
        return one("select e.id from environment e join project p on p.id = e.project_id where e.key = 'production'"
                + " and p.key = '" + project + "'");
    }

    private EdgeStatus status(long revision) {
        return new EdgeStatus(
                "edge-of-" + project,
                "1",
                "",
                Instant.EPOCH,
                Instant.now(),
                new EdgeStatus.UpstreamLink("http", "127.0.0.1", true),
                List.of(new EdgeStatus.EnvironmentStatus(key, environment(), revision, "a", 0)),
                new EdgeStatus.Traffic(0, 0, 0),
                new EdgeStatus.UsageBacklog(0, 0, 0, 0, -1),
                List.of());
    }

    private String one(String sql) {
        return hub.query(sql).get(0);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = hub.database().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
