package dev.jackstaff.domain.snapshot.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.NewApiKey;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.CreatedApiKey;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.readiness.boundary.Readiness;
import dev.jackstaff.domain.snapshot.background.SnapshotPublisher;
import dev.jackstaff.domain.snapshot.boundary.SnapshotPublication;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.domain.testing.SnapshotEventRecorder;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.grid.GridNames;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotPublicationIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    private static final Duration A_FEW_LOOKS = SnapshotPublisher.POLL_INTERVAL.multipliedBy(8);

    private final DomainContainer hub = DomainContainer.shared();
    private final FlagStates states = hub.get(FlagStates.class);
    private final FlagStateChanges stateChanges = hub.get(FlagStateChanges.class);
    private final ProjectKey project = hub.createProject();
    private final String key = project + "/production";
    private final FlagAddress checkout = new FlagAddress(project, new FlagKey("checkout"), PRODUCTION);

    @BeforeEach
    void aProjectWithAFlag() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
    }

    @Test
    void aCommittedChangeIsInTheGridSoonAndNothingIsLeftBehind() {
        long revision = hub.callAsAdmin(() -> stateChanges.toggle(checkout)).revision();

        await().untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(revision));
        assertThat(inGrid().flags()).singleElement().satisfies(flag -> assertThat(flag.enabled())
                .isTrue());
        await().untilAsserted(() -> assertThat(leftBehind()).isEmpty());
    }

    @Test
    void theSnapshotInTheGridIsTheDatabases() {
        long revision = hub.callAsAdmin(
                        () -> stateChanges.update(checkout, CommandFixtures.serving("off"), ExpectedVersion.any()))
                .revision();
        await().untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(revision));

        Snapshot current = hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION));

        assertThat(inGrid()).isEqualTo(current);
        assertThat(current.flags().get(0).offVariant()).isNull();
    }

    @Test
    void someSnapshotsAreReadAtOnceInTheOrderOfTheirKeys() {
        EnvironmentKey staging = new EnvironmentKey("staging");
        Snapshots snapshots = hub.get(Snapshots.class);

        List<Snapshot> read = hub.callAsAdmin(() -> snapshots.current(project, List.of(PRODUCTION, staging)));

        assertThat(read)
                .isEqualTo(List.of(
                        hub.callAsAdmin(() -> snapshots.current(project, PRODUCTION)),
                        hub.callAsAdmin(() -> snapshots.current(project, staging))));
        List<EnvironmentKey> unknown = List.of(PRODUCTION, new EnvironmentKey("nowhere"));
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> hub.callAsAdmin(() -> snapshots.current(project, unknown)));
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> hub.callAsAdmin(() -> snapshots.current(project, unknown, List.of("a"))));
    }

    @Test
    void aSnapshotOfSomeFlagsHasThemAndAllThatTheyNeed() {
        for (NewFlag flag : List.of(
                CommandFixtures.aFlag("first"),
                CommandFixtures.aFlag("second", new PrerequisiteDefinition("first", List.of())),
                CommandFixtures.aFlag("third", new PrerequisiteDefinition("second", List.of())),
                CommandFixtures.aFlag("apart"))) {
            hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, flag));
        }
        Snapshots snapshots = hub.get(Snapshots.class);

        List<Snapshot> read =
                hub.callAsAdmin(() -> snapshots.current(project, List.of(PRODUCTION), List.of("third", "nowhere")));

        Snapshot whole = hub.callAsAdmin(() -> snapshots.current(project, PRODUCTION));
        assertThat(read).singleElement().satisfies(one -> {
            assertThat(one.flags()).extracting(FlagDefinition::key).containsExactly("first", "second", "third");
            assertThat(whole.flags()).containsAll(one.flags());
            assertThat(one.revision()).isEqualTo(whole.revision());
            assertThat(one.segments()).isEqualTo(whole.segments());
        });
    }

    @Test
    void whoeverHoldsTheLockStopsPublicationAndNoChangeIsLost() throws SQLException {
        long before = hub.callAsAdmin(() -> states.get(checkout)).revision();
        await().untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(before));

        try (Connection other = hub.database().getConnection()) {
            other.createStatement().execute("select pg_advisory_lock(" + Outbox.PUBLICATION_LOCK + ")");
            hub.callAsAdmin(() -> stateChanges.toggle(checkout));
            await().untilAsserted(() -> assertThat(
                            hub.query("select 1 from pg_locks where locktype = 'advisory' and not granted"))
                    .isNotEmpty());
            assertThat(inGrid().revision()).isEqualTo(before);
            assertThat(leftBehind()).isNotEmpty();
        }

        await().untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(before + 1));
    }

    @Test
    void aGridThatLostItsSnapshotsIsFilledAgain() {
        await().untilAsserted(() -> assertThat(grid()).containsKey(key));

        grid().clear();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(grid()).containsKey(key));
    }

    @Test
    void aGridThatFellBehindIsBroughtUpToDate() {
        Snapshot current = hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION));
        await().untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(current.revision()));
        hub.putSealed(GridNames.SNAPSHOTS, key, SnapshotWriter.write(at(current, 1)));

        hub.get(SnapshotPublication.class).reconcile();

        assertThat(inGrid().revision()).isEqualTo(current.revision());
    }

    /** Another hub has emptied the outbox, into a grid that this one is cut off from. */
    @Test
    void whatWasPublishedElsewhereIsFoundWithTheNextLook() throws SQLException {
        long before = hub.callAsAdmin(() -> stateChanges.toggle(checkout)).revision();
        await().untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(before));

        try (Connection other = hub.database().getConnection()) {
            other.createStatement()
                    .execute(
                            "update environment e set revision = e.revision + 1 from project p where p.id = e.project_id"
                                    + " and e.key = 'production' and p.key = '" + project + "'");
        }

        await().atMost(A_FEW_LOOKS)
                .untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(before + 1));
    }

    @Test
    void anOlderSnapshotThatAMergeBroughtIsReplacedWithTheNextLook() {
        long newest = hub.callAsAdmin(() -> stateChanges.toggle(checkout)).revision();
        await().untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(newest));

        hub.putSealed(GridNames.SNAPSHOTS, key, SnapshotWriter.write(at(inGrid(), 1)));

        await().atMost(A_FEW_LOOKS)
                .untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(newest));
    }

    /** The data grid's events are sent once, and may be lost with a member. */
    @Test
    void whatTheGridDidNotTellIsFoundWithTheNextLook() throws SQLException {
        SnapshotEventRecorder told = hub.get(SnapshotEventRecorder.class);
        long before = hub.callAsAdmin(() -> stateChanges.toggle(checkout)).revision();
        await().untilAsserted(() -> assertThat(told.revision(key)).isEqualTo(before));
        DataGrid grid = hub.get(DataGrid.class);

        grid.unsubscribe();
        try {
            hub.callAsAdmin(() -> stateChanges.toggle(checkout));
            hub.callAsAdmin(() -> {
                hub.get(EnvironmentChanges.class)
                        .delete(project, new EnvironmentKey("staging"), true, ExpectedVersion.any());
                return true;
            });

            await().atMost(A_FEW_LOOKS)
                    .untilAsserted(() -> assertThat(told.revision(key)).isEqualTo(before + 1));
            await().atMost(A_FEW_LOOKS)
                    .untilAsserted(() -> assertThat(told.keys()).doesNotContain(project + "/staging"));
            await().atMost(A_FEW_LOOKS)
                    .untilAsserted(() -> assertThat(heartbeat().heads())
                            .containsEntry(key, SnapshotHead.of(inGrid()))
                            .doesNotContainKey(project + "/staging"));
        } finally {
            grid.subscribe(() -> {});
        }
    }

    @Test
    void aKeyOfEdgesSaysWhetherItOpensEveryEnvironment() {
        ApiKeys keys = hub.get(ApiKeys.class);

        CreatedApiKey all = hub.callAsAdmin(() -> keys.create(new NewApiKey("all", ApiKeyKind.EDGE, null, null, null)));
        CreatedApiKey one =
                hub.callAsAdmin(() -> keys.create(new NewApiKey("one", ApiKeyKind.EDGE, project, PRODUCTION, null)));

        try {
            await().untilAsserted(() -> assertThat(everywhereByHash())
                    .containsEntry(Sha256.hex(all.secret()), true)
                    .containsEntry(Sha256.hex(one.secret()), false));
        } finally {
            hub.callAsAdmin(() -> {
                keys.revoke(all.key().id()); // it would be in the snapshots of all other tests
                return true;
            });
        }
    }

    private Map<String, Boolean> everywhereByHash() {
        return inGrid().edgeCredentials().stream().collect(Collectors.toMap(Credential::hash, Credential::everywhere));
    }

    private Heartbeat heartbeat() {
        byte[] text = hub.inGrid(GridNames.PUBLICATION, GridNames.HEARTBEAT).orElseThrow();
        return Heartbeat.parse(new String(text, StandardCharsets.UTF_8));
    }

    @Test
    void aRevisionNeverGoesBack() {
        Snapshot current = hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION));
        Snapshot later = at(current, current.revision() + 100);
        DataGrid grid = hub.get(DataGrid.class);

        assertThat(grid.put(later)).isTrue();

        assertThat(grid.put(current)).isFalse();
        assertThat(inGrid().revision()).isGreaterThanOrEqualTo(later.revision());
    }

    @Test
    void aDeletedEnvironmentIsTakenOut() {
        await().untilAsserted(() -> assertThat(grid()).containsKey(project + "/staging"));

        hub.callAsAdmin(() -> {
            hub.get(EnvironmentChanges.class)
                    .delete(project, new EnvironmentKey("staging"), true, ExpectedVersion.any());
            return true;
        });

        await().untilAsserted(() -> assertThat(grid()).doesNotContainKey(project + "/staging"));
    }

    @Test
    void anArchivedFlagIsNotInTheSnapshot() {
        hub.callAsAdmin(
                () -> hub.get(FlagChanges.class).archive(project, new FlagKey("checkout"), ExpectedVersion.any()));

        assertThat(hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION))
                        .flags())
                .isEmpty();
    }

    @Test
    void theHubIsReady() {
        assertThat(hub.get(Readiness.class).check().parts())
                .hasSize(4)
                .allSatisfy(part -> assertThat(part.ready()).isTrue())
                .filteredOn(part -> !part.name().equals("grid"))
                .allSatisfy(part -> assertThat(part.detail()).isEmpty());
    }

    private static Snapshot at(Snapshot snapshot, long revision) {
        return new Snapshot(
                snapshot.project(),
                snapshot.environment(),
                snapshot.environmentId(),
                revision,
                snapshot.changedAt(),
                snapshot.flags(),
                snapshot.segments(),
                snapshot.credentials());
    }

    private Map<Object, Object> grid() {
        return hub.grid().getMap(GridNames.SNAPSHOTS);
    }

    private Snapshot inGrid() {
        assertThat(hub.inGrid(GridNames.SNAPSHOTS, key)).isPresent();
        return SnapshotReader.read(hub.inGrid(GridNames.SNAPSHOTS, key).orElseThrow());
    }

    private List<String> leftBehind() {
        return hub.query("select revision from outbox where snapshot_key = '" + key + "'");
    }
}
