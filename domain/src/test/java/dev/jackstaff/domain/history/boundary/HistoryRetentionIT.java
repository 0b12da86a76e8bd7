package dev.jackstaff.domain.history.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.EnvironmentInstruction.RenameEnvironment;
import dev.jackstaff.domain.change.ProjectInstruction.DescribeProject;
import dev.jackstaff.domain.change.boundary.AttributeChanges;
import dev.jackstaff.domain.change.boundary.ChangeRequest;
import dev.jackstaff.domain.change.boundary.Changes;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.history.control.HistoryRetention;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryRetentionIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final HistoryRetention retention = hub.get(HistoryRetention.class);

    @AfterEach
    void keepForEver() {
        retention.configure(Duration.ZERO);
    }

    @Test
    void whatIsTooOldIsRemovedAndTheRestReadsAsBefore() {
        List<Snapshot> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            createFlag("flag-" + i);
            toggle("flag-0");
            all.add(current());
            describe("version " + i);
            if (i == 1) {
                hub.callAsAdmin(() -> {
                    hub.get(FlagChanges.class).delete(project, new FlagKey("flag-1"), true, ExpectedVersion.any());
                    return true;
                });
            }
        }
        Snapshot oldestKept = all.get(3);
        backdateBefore(oldestKept);

        retention.configure(Duration.ofDays(30));
        hub.get(HistoryCleanup.class).removeExpired();

        for (Snapshot snapshot : all.subList(3, 6)) {
            assertThat(at(snapshot.revision()).flags()).isEqualTo(snapshot.flags());
        }
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> at(all.get(0).revision()));
        assertThat(rows("flag_state_version v join environment e on e.id = v.environment_id"
                        + " join project p on p.id = e.project_id where e.key = 'production' and v.revision < "
                        + oldestKept.revision()))
                .isEqualTo(2);
        assertThat(rows("flag_version v join project p on p.id = v.project_id where v.key = 'flag-1'"))
                .isZero();
        List<String> kept = List.of("version 2", "version 3", "version 4", "version 5");
        assertThat(texts("v.description", "project_version v join project p on p.id = v.project_id where true"))
                .isEqualTo(kept);
        assertThat(texts(
                        "v.name",
                        "environment_version v join environment e on e.id = v.environment_id"
                                + " join project p on p.id = e.project_id where e.key = 'production'"))
                .isEqualTo(kept);
        assertThat(texts(
                        "v.description",
                        "context_attribute_version v join project p on p.id = v.project_id where true"))
                .isEqualTo(kept);
    }

    @Test
    void withoutASettingAllIsKept() {
        createFlag("flag");
        Snapshot before = current();
        toggle("flag");
        backdateBefore(current());

        hub.get(HistoryCleanup.class).removeExpired();

        assertThat(at(before.revision()).flags()).isEqualTo(before.flags());
    }

    /** All that was before a snapshot is old now. */
    private void backdateBefore(Snapshot snapshot) {
        hub.query(
                "with e as (update environment_revision r set at = at - interval '90 days' from environment e, project p"
                        + " where e.id = r.environment_id and p.id = e.project_id and p.key = '" + project
                        + "' and (e.key <> 'production' or r.revision < " + snapshot.revision() + ") returning 1),"
                        + " s as (update project_revision r set at = at - interval '90 days' from project p"
                        + " where p.id = r.project_id and p.key = '" + project + "' returning 1)"
                        + " select count(*) from e, s");
    }

    private long rows(String from) {
        return Long.parseLong(hub.query("select count(*) from " + from + " and p.key = '" + project + "'")
                .get(0));
    }

    private List<String> texts(String column, String from) {
        return hub.query("select " + column + " from " + from + " and p.key = '" + project + "' order by 1");
    }

    /** Changes what people are told of the project, an environment and an attribute. */
    private void describe(String text) {
        AttributeName plan = new AttributeName("plan");
        hub.callAsAdmin(() -> hub.get(AttributeChanges.class)
                .put(
                        project,
                        plan,
                        before -> new AttributeDetails(AttributeType.STRING, text, List.of()),
                        ExpectedVersion.any()));
        hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(
                        project,
                        new ChangeRequest(
                                ChangeStep.of(
                                        List.of(new DescribeProject(text), new RenameEnvironment(PRODUCTION, text))),
                                ChangeBase.NONE,
                                ChangeNote.NONE)));
    }

    private void createFlag(String key) {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag(key)));
    }

    private void toggle(String key) {
        hub.callAsAdmin(
                () -> hub.get(FlagStateChanges.class).toggle(new FlagAddress(project, new FlagKey(key), PRODUCTION)));
    }

    private Snapshot current() {
        return hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION));
    }

    private Snapshot at(long revision) {
        return hub.callAsAdmin(() -> hub.get(History.class).at(project, PRODUCTION, revision));
    }
}
