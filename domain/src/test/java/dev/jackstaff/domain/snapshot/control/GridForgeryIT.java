package dev.jackstaff.domain.snapshot.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.hazelcast.map.IMap;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.readiness.boundary.Readiness;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.domain.testing.SnapshotEventRecorder;
import dev.jackstaff.engine.snapshot.Heartbeat;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.grid.GridNames;
import dev.jackstaff.grid.GridSeal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody who knows the name and the address of the data grid, and not its secret, writes into its maps. */
class GridForgeryIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DomainContainer hub = DomainContainer.shared();
    private final GridSealing sealing = hub.get(GridSealing.class);
    private final FlagStateChanges stateChanges = hub.get(FlagStateChanges.class);
    private final SnapshotEventRecorder announced = hub.get(SnapshotEventRecorder.class);
    private final ProjectKey project = hub.createProject();
    private final String key = project + "/production";
    private final FlagAddress checkout =
            new FlagAddress(project, new FlagKey("checkout"), new EnvironmentKey("production"));
    private Snapshot current;

    @BeforeEach
    void aPublishedFlag() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
        long revision = hub.callAsAdmin(() -> stateChanges.toggle(checkout)).revision();
        await().untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(revision));
        await().untilAsserted(() -> assertThat(announced.revision(key)).isEqualTo(revision));
        current = inGrid();
    }

    static Stream<Arguments> forgeries() {
        Function<Snapshot, byte[]> ahead =
                snapshot -> SnapshotWriter.write(snapshot.withRevision(snapshot.revision() + 1000));
        GridSeal strangers = GridSeal.of("a secret that this installation does not have");
        return Stream.of(
                argumentSet("a snapshot that is ahead, not sealed", (Function<Snapshot, Object>) ahead::apply),
                argumentSet("one sealed with another secret", (Function<Snapshot, Object>)
                        snapshot -> strangers.seal(GridNames.SNAPSHOTS, snapshot.key(), ahead.apply(snapshot))),
                argumentSet("one sealed for another environment", (Function<Snapshot, Object>) snapshot ->
                        DomainContainer.SEAL.seal(GridNames.SNAPSHOTS, "other/production", ahead.apply(snapshot))),
                argumentSet("one sealed for another map", (Function<Snapshot, Object>)
                        snapshot -> DomainContainer.SEAL.seal(GridNames.USAGE, snapshot.key(), ahead.apply(snapshot))),
                argumentSet("a Java object", (Function<Snapshot, Object>) snapshot -> URI.create("urn:forged")),
                argumentSet("a text", (Function<Snapshot, Object>) snapshot -> "text"),
                argumentSet("nothing", (Function<Snapshot, Object>) snapshot -> new byte[0]));
    }

    /** What is forged may be of a class that members do not read, until it is replaced. */
    private static ConditionFactory eventually() {
        return await().atMost(LIMIT).ignoreExceptionsInstanceOf(HazelcastSerializationException.class);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgedSnapshotIsCountedAndReplacedAndChangesNothing(Function<Snapshot, Object> forgery) {
        long refusedBefore = sealing.refusedCount();

        snapshots().put(key, forgery.apply(current));

        eventually().untilAsserted(() -> assertThat(inGrid()).isEqualTo(current));
        assertThat(announced.revision(key)).isEqualTo(current.revision());
        assertThat(sealing.refusedCount()).isGreaterThan(refusedBefore);
        assertThat(hub.get(Readiness.class).check()).satisfies(view -> {
            assertThat(view.ready()).isTrue();
            assertThat(view.parts())
                    .anySatisfy(part -> assertThat(part.detail()).contains("values refused"));
        });
        long next = hub.callAsAdmin(() -> stateChanges.toggle(checkout)).revision();
        eventually().untilAsserted(() -> assertThat(inGrid().revision()).isEqualTo(next));
    }

    @Test
    void entriesThatAreNotOursAreRemovedWhateverTheirKeys() {
        snapshots().put("rogue/production", new byte[] {1});
        snapshots().put(URI.create("urn:forged"), URI.create("urn:forged"));
        snapshots().put(List.of("a"), "b");

        eventually().untilAsserted(() -> assertThat(snapshots().keySet())
                .allSatisfy(present -> assertThat(present).isInstanceOf(String.class))
                .doesNotContain("rogue/production")
                .contains(key));
        assertThat(announced.keys()).doesNotContain("rogue/production");
    }

    @Test
    void removedAndClearedSnapshotsAreNotWithdrawn() {
        snapshots().remove(key);
        eventually().untilAsserted(() -> assertThat(snapshots()).containsKey(key));
        snapshots().clear();
        eventually().untilAsserted(() -> assertThat(snapshots()).containsKey(key));

        assertThat(announced.revision(key)).isEqualTo(current.revision());
        assertThat(announced.withdrawn()).doesNotContain(key);
    }

    @Test
    void aForgedHeartbeatIsReplaced() {
        IMap<Object, Object> publication = hub.grid().getMap(GridNames.PUBLICATION);

        publication.put(GridNames.HEARTBEAT, new Heartbeat(Instant.now(), Map.of()).text());

        eventually().untilAsserted(() -> assertThat(heartbeat().heads()).containsKey(key));
    }

    @Test
    void forgedUsageAndStatusAreRemovedAndNotAcknowledged() {
        for (String map : List.of(GridNames.USAGE, GridNames.EDGES)) {
            IMap<Object, Object> entries = hub.grid().getMap(map);
            entries.put("forger/" + project, "{}".getBytes(StandardCharsets.UTF_8));
            entries.put("forger-2/" + project, URI.create("urn:forged"));

            eventually().untilAsserted(() -> assertThat(entries.keySet())
                    .doesNotContain("forger/" + project, "forger-2/" + project));
        }

        assertThat(hub.grid().getMap(GridNames.USAGE_ACKNOWLEDGEMENTS).keySet())
                .doesNotContain("forger/" + project, "forger-2/" + project);
    }

    private Heartbeat heartbeat() {
        assertThat(hub.inGrid(GridNames.PUBLICATION, GridNames.HEARTBEAT)).isPresent();
        byte[] text = hub.inGrid(GridNames.PUBLICATION, GridNames.HEARTBEAT).orElseThrow();
        return Heartbeat.parse(new String(text, StandardCharsets.UTF_8));
    }

    private Map<Object, Object> snapshots() {
        return hub.grid().getMap(GridNames.SNAPSHOTS);
    }

    private Snapshot inGrid() {
        assertThat(hub.inGrid(GridNames.SNAPSHOTS, key)).isPresent();
        return SnapshotReader.read(hub.inGrid(GridNames.SNAPSHOTS, key).orElseThrow());
    }
}
