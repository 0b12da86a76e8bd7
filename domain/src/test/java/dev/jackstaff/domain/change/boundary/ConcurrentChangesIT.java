package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.RandomInstructions;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many people change the same few flags at once, each in another way. */
class ConcurrentChangesIT {
    private static final int PEOPLE = 8;
    private static final int CHANGES = 60;
    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final Changes changes = hub.get(Changes.class);
    private final FlagStates states = hub.get(FlagStates.class);
    private final FlagStateChanges stateChanges = hub.get(FlagStateChanges.class);
    private final FlagChanges flagChanges = hub.get(FlagChanges.class);

    @BeforeEach
    void someFlags() {
        KEYS.forEach(key -> hub.callAsAdmin(() -> flagChanges.create(project, CommandFixtures.aFlag(key))));
    }

    @Test
    void nothingIsLostAndHistoryHasAll() throws Exception {
        long before = current().revision();

        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<Outcome>> all = new ArrayList<>();
        try {
            for (int person = 0; person < PEOPLE; person++) {
                Random random = new Random(person);
                all.add(people.submit(work(random)));
            }
            int refused = 0;
            for (Future<Outcome> one : all) {
                refused += one.get().refused;
            }
            assertThat(refused).isLessThan(PEOPLE * CHANGES);
        } finally {
            people.shutdownNow();
        }

        Snapshot last = current();
        assertThat(hub.query("select count(*) from environment_revision r join environment e on e.id = r.environment_id"
                        + " join project p on p.id = e.project_id where e.key = 'production' and p.key = '" + project
                        + "' and r.revision > " + before))
                .containsExactly(Long.toString(last.revision() - before));
        assertThat(hub.callAsAdmin(() -> hub.get(History.class).at(project, PRODUCTION, last.revision())))
                .isEqualTo(last);
        assertThat(hub.query("select distinct on (v.flag_id) v.enabled = s.enabled and v.rules = s.rules"
                        + " and v.rule_ids = s.rule_ids and s.version = s.recorded_version from flag_state_version v"
                        + " join flag_state s on s.flag_id = v.flag_id and s.environment_id = v.environment_id"
                        + " join environment e on e.id = v.environment_id join project p on p.id = e.project_id"
                        + " where e.key = 'production' and p.key = '" + project
                        + "' order by v.flag_id, v.revision desc"))
                .hasSize(KEYS.size())
                .containsOnly("t");
        assertThat(hub.query("select count(*) from flag_state_version v join environment e on e.id = v.environment_id"
                        + " join project p on p.id = e.project_id where e.key = 'production' and p.key = '" + project
                        + "' and v.revision > " + before))
                .isEqualTo(hub.query("select count(*) from audit_entry where resource = 'flag state' and project = '"
                        + project + "'"));
    }

    private Callable<Outcome> work(Random random) {
        return () -> {
            Outcome outcome = new Outcome();
            for (int i = 0; i < CHANGES; i++) {
                FlagKey key = new FlagKey(KEYS.get(random.nextInt(KEYS.size())));
                try {
                    change(random, key);
                } catch (DomainException.Conflict | DomainException.Stale refused) {
                    outcome.refused++;
                }
            }
            return outcome;
        };
    }

    private void change(Random random, FlagKey key) {
        FlagAddress address = new FlagAddress(project, key, PRODUCTION);
        FlagStateView seen = hub.callAsAdmin(() -> states.get(address));
        FlagStateDetails present =
                new FlagStateDetails(seen.enabled(), seen.offVariant(), seen.fallthrough(), seen.rules());
        StateInstruction instruction = new RandomInstructions(random.nextLong(), key).next(present);
        switch (random.nextInt(4)) {
            case 0 -> hub.callAsAdmin(() -> stateChanges.toggle(address));
            case 1 ->
                hub.callAsAdmin(() ->
                        stateChanges.update(address, instruction.apply(present), ExpectedVersion.of(seen.version())));
            case 2 ->
                hub.callAsAdmin(
                        () -> flagChanges.update(project, key, named("n" + random.nextInt(9)), ExpectedVersion.any()));
            default ->
                hub.callAsAdmin(() -> changes.apply(
                        project,
                        new ChangeRequest(
                                ChangeStep.in(PRODUCTION, List.of(instruction)),
                                new ChangeBase(Map.of(PRODUCTION, seen.revision()), OptionalLong.empty()),
                                ChangeNote.NONE)));
        }
    }

    private static FlagDetails named(String name) {
        return new FlagDetails(
                name, "", ValueType.BOOLEAN, FlagKind.RELEASE, "", List.of(), false, List.of(), List.of());
    }

    private Snapshot current() {
        return hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION));
    }

    private static final class Outcome {
        int refused;
    }
}
