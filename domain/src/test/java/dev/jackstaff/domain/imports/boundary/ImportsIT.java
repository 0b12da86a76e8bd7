package dev.jackstaff.domain.imports.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagQuery;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.imports.ImportBatch;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportsIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final ImportBatch BATCH = new ImportBatch(
            List.of(
                    CommandFixtures.aSegment("outer", new ConditionDefinition.InSegment("inner")),
                    CommandFixtures.aSegment("inner", ConditionDefinition.ALWAYS)),
            List.of(
                    new ImportedFlag(
                            new FlagKey("child"),
                            CommandFixtures.booleanDetails(new PrerequisiteDefinition("parent", List.of("on"))),
                            CommandFixtures.serving("on", CommandFixtures.ruleFor("outer", "off"))),
                    new ImportedFlag(
                            new FlagKey("parent"), CommandFixtures.booleanDetails(), CommandFixtures.serving("on"))));

    private final DomainContainer hub = DomainContainer.shared();
    private final Imports imports = hub.get(Imports.class);
    private final ProjectKey project = hub.createProject();

    @Test
    void aBatchIsTakenWholeInWhateverOrderAndRaisesEachRevisionOnce() {
        ImportReport report = apply(BATCH);

        assertThat(report.flags().values())
                .extracting(ImportResult::outcome)
                .containsExactly(ImportOutcome.CREATED, ImportOutcome.CREATED);
        assertThat(report.segments().values())
                .extracting(ImportResult::outcome)
                .containsExactly(ImportOutcome.CREATED, ImportOutcome.CREATED);
        assertThat(enabled("production")).isTrue();
        assertThat(enabled("staging")).isFalse();
        assertThat(revisions()).containsExactly("2", "2", "2");
    }

    @Test
    void theSameBatchAgainChangesNothing() {
        apply(BATCH);

        ImportReport again = apply(BATCH);

        assertThat(again.flags().values()).extracting(ImportResult::outcome).containsOnly(ImportOutcome.UNCHANGED);
        assertThat(again.segments().values()).extracting(ImportResult::outcome).containsOnly(ImportOutcome.UNCHANGED);
        assertThat(revisions()).containsExactly("2", "2", "2");
    }

    @Test
    void anotherStateTouchesItsEnvironmentAlone() {
        apply(BATCH);

        ImportReport report = apply(new ImportBatch(
                List.of(),
                List.of(new ImportedFlag(
                        new FlagKey("parent"), CommandFixtures.booleanDetails(), CommandFixtures.serving("off")))));

        assertThat(report.flags()).containsEntry(new FlagKey("parent"), ImportResult.of(ImportOutcome.UPDATED));
        assertThat(revisions()).containsExactly("3", "2", "2");
    }

    @Test
    void aFlagKeepsItsOwnerAndStaysHiddenFromClients() {
        apply(BATCH);
        FlagKey parent = new FlagKey("parent");
        FlagDetails plain = CommandFixtures.booleanDetails();
        FlagDetails hidden = new FlagDetails(
                plain.name(),
                plain.description(),
                plain.type(),
                plain.kind(),
                "ada",
                plain.tags(),
                true,
                plain.variants(),
                plain.prerequisites());
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).update(project, parent, hidden, ExpectedVersion.any()));

        apply(BATCH);

        FlagView again = hub.callAsAdmin(() -> hub.get(Flags.class).get(project, parent));
        assertThat(again.serverOnly()).isTrue();
        assertThat(again.owner()).isEqualTo("ada");
    }

    @Test
    void oneFlagThatIsInvalidIsRefusedAlone() {
        ImportedFlag broken = new ImportedFlag(
                new FlagKey("broken"), CommandFixtures.booleanDetails(), CommandFixtures.serving("maybe"));
        ImportBatch batch =
                new ImportBatch(BATCH.segments(), List.of(BATCH.flags().get(1), broken));

        ImportReport report = apply(batch);

        assertThat(report.flag(new FlagKey("broken")).notes())
                .containsExactly("It is left out: fallthrough: unknown variant \"maybe\".");
        assertThat(hub.callAsAdmin(() -> hub.get(Flags.class).list(project, FlagQuery.first(10)))
                        .items())
                .extracting(flag -> flag.key().value())
                .containsExactly("parent");
    }

    @Test
    void aRehearsalSaysWhatWouldBeAndChangesNothing() {
        ImportReport report = hub.callAsAdmin(() -> imports.dryRun(project, PRODUCTION, BATCH));

        assertThat(report.flags().values()).extracting(ImportResult::outcome).containsOnly(ImportOutcome.CREATED);
        assertThat(hub.callAsAdmin(() -> hub.get(Flags.class).list(project, FlagQuery.first(10)))
                        .items())
                .isEmpty();
        assertThat(revisions()).containsExactly("1", "1", "1");
    }

    private ImportReport apply(ImportBatch batch) {
        return hub.callAsAdmin(() -> imports.apply(project, PRODUCTION, batch));
    }

    private boolean enabled(String environment) {
        FlagAddress address = new FlagAddress(project, new FlagKey("parent"), new EnvironmentKey(environment));
        return hub.callAsAdmin(() -> hub.get(FlagStates.class).get(address)).enabled();
    }

    private List<String> revisions() {
        return hub.query("select e.revision from environment e join project p on p.id = e.project_id where p.key = '"
                + project + "' order by e.sort_order");
    }
}
