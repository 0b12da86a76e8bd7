package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.EnvironmentLifecycle.CreateEnvironment;
import dev.jackstaff.domain.change.EnvironmentLifecycle.DeleteEnvironment;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.FlagLifecycle.RestoreFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.PrerequisiteInstruction.AddPrerequisite;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.DeleteSegment;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.Segments;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Flags, segments and environments that are made, deleted and brought back by instructions. */
class LifecyclesIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final FlagKey CHECKOUT = new FlagKey("checkout");
    private static final FlagKey LOGIN = new FlagKey("login");
    private static final SegmentKey BETA = new SegmentKey("beta");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();

    @Test
    void aFlagIsMadeWithASegmentARuleAndAPrerequisiteInOneChange() {
        long before = revision();

        ChangeResult result = apply(
                new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()),
                new AddRule(CHECKOUT, CommandFixtures.ruleFor("beta", "on"), null),
                new Switch(CHECKOUT, true),
                new AddPrerequisite(CHECKOUT, new PrerequisiteDefinition("login", List.of()), null),
                new CreateFlag(LOGIN, CommandFixtures.booleanDetails()),
                new CreateSegment(BETA, new SegmentDetails("", "", ConditionDefinition.ALWAYS)));

        assertThat(result.revisions()).containsEntry(PRODUCTION, before + 1);
        assertThat(result.effects())
                .extracting(effect ->
                        effect.subject().resource() + " " + effect.subject().key())
                .containsExactly("segment beta", "flag checkout", "flag login", "flag state checkout");
        assertThat(snapshot().flags()).hasSize(2);
        apply(result.inverse());
        assertThat(snapshot().flags()).isEmpty();
        assertThat(snapshot().segments()).isEmpty();
    }

    @Test
    void whatMayChangeAnswersRaisesEveryEnvironment() {
        Map<EnvironmentKey, Long> before = apply(new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()))
                .revisions();

        Map<EnvironmentKey, Long> after = apply(new ArchiveFlag(CHECKOUT)).revisions();

        assertThat(after).hasSize(3).allSatisfy((environment, revision) -> assertThat(revision)
                .isEqualTo(1 + before.getOrDefault(environment, 0L)));
    }

    @Test
    void aDeletedFlagComesBackAsItWas() {
        apply(
                new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()),
                new AddRule(CHECKOUT, rule(), null),
                new Switch(CHECKOUT, true));
        Snapshot before = snapshot();

        ChangeResult deleted = apply(new DeleteFlag(CHECKOUT, true));
        assertThat(snapshot().flags()).isEmpty();
        apply(deleted.inverse());

        assertThat(snapshot().flags()).isEqualTo(before.flags());
        assertThat(hub.query("select cast(s.rule_ids as text) from flag_state s join flag f on f.id = s.flag_id"
                        + " join environment e on e.id = s.environment_id join project p on p.id = f.project_id"
                        + " where f.key = 'checkout' and e.key = 'production' and p.key = '" + project + "'"))
                .containsExactly("[\"one\"]");
        assertThatExceptionOfType(DomainException.Conflict.class).isThrownBy(() -> apply(deleted.inverse()));
    }

    @Test
    void aKeyThatIsMadeAnewInheritsNothing() {
        apply(
                new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()),
                new AddRule(CHECKOUT, rule(), null),
                new Switch(CHECKOUT, true));
        ChangeResult deleted = apply(new DeleteFlag(CHECKOUT, true));

        apply(new CreateFlag(CHECKOUT, CommandFixtures.textDetails("a")));

        assertThat(snapshot().flags()).singleElement().satisfies(flag -> {
            assertThat(flag.enabled()).isFalse();
            assertThat(flag.rules()).isEmpty();
        });
        assertThatExceptionOfType(DomainException.Conflict.class).isThrownBy(() -> apply(deleted.inverse()));
        apply(new DeleteFlag(CHECKOUT, true));
        apply(deleted.inverse());
        assertThat(snapshot().flags()).singleElement().satisfies(flag -> assertThat(flag.rules())
                .hasSize(1));
    }

    @Test
    void whatWasNeverDeletedDoesNotComeBack() {
        apply(new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()));
        ProjectKey other = hub.createProject();

        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> apply(new RestoreFlag(LOGIN, UUID.randomUUID())));
        ChangeStep restore = apply(new DeleteFlag(CHECKOUT, true)).inverse().get(0);
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> apply(new RestoreFlag(LOGIN, ((RestoreFlag) restore.instruction()).id())));
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(
                        () -> hub.callAsAdmin(() -> hub.get(Changes.class).apply(other, request(List.of(restore)))));
    }

    @Test
    void whatIsNeededStaysAndBothGoTogether() {
        apply(
                new CreateFlag(LOGIN, CommandFixtures.booleanDetails()),
                new CreateFlag(
                        CHECKOUT, CommandFixtures.booleanDetails(new PrerequisiteDefinition("login", List.of()))),
                new CreateSegment(BETA, new SegmentDetails("", "", ConditionDefinition.ALWAYS)),
                new AddRule(CHECKOUT, CommandFixtures.ruleFor("beta", "on"), null));

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new ArchiveFlag(LOGIN)))
                .withMessageContaining("checkout");
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new DeleteFlag(LOGIN, true)))
                .withMessageContaining("checkout");
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new DeleteSegment(BETA)))
                .withMessageContaining("checkout");
        ChangeResult all = apply(new DeleteSegment(BETA), new DeleteFlag(LOGIN, true), new DeleteFlag(CHECKOUT, true));
        assertThat(snapshot().flags()).isEmpty();
        apply(all.inverse());
        assertThat(snapshot().flags()).hasSize(2);
    }

    @Test
    void aLiveFlagIsDeletedByForceOnlyAndTheRefusalSaysWhereItIsOn() {
        apply(new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()), new Switch(CHECKOUT, true));

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new DeleteFlag(CHECKOUT, false)))
                .withMessageContaining("production");
    }

    @Test
    void anEnvironmentIsMadeAndItsFlagsAreTurnedOnInOneChange() {
        EnvironmentKey europe = new EnvironmentKey("europe");
        apply(new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()));

        ChangeResult made = hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(
                        project,
                        request(List.of(
                                new ChangeStep(new CreateEnvironment(europe, "", true, null), null),
                                new ChangeStep(new Switch(CHECKOUT, true), europe)))));

        assertThat(snapshot(europe).flags()).singleElement().satisfies(flag -> assertThat(flag.enabled())
                .isTrue());
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new DeleteEnvironment(europe, false)))
                .withMessageContaining("1 flag that is on");
        apply(made.inverse());
        assertThatExceptionOfType(DomainException.NotFound.class).isThrownBy(() -> snapshot(europe));
    }

    @Test
    void aDeleteOfWhatSomebodyElseChangedConflicts() {
        ChangeResult made = apply(new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()));
        hub.callAsAdmin(() -> hub.get(FlagChanges.class)
                .update(
                        project,
                        CHECKOUT,
                        CommandFixtures.booleanDetails().withTexts("Pay", "", ""),
                        ExpectedVersion.any()));

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> hub.callAsAdmin(() -> hub.get(Changes.class)
                        .apply(
                                project,
                                new ChangeRequest(
                                        ChangeStep.of(List.of(new DeleteFlag(CHECKOUT, true))),
                                        new ChangeBase(Map.of(), OptionalLong.of(made.projectRevision())),
                                        ChangeNote.NONE))))
                .satisfies(conflict -> assertThat(conflict.violations())
                        .extracting(field -> field.field())
                        .containsExactly("checkout"));
        assertThat(hub.callAsAdmin(() -> hub.get(Flags.class).get(project, CHECKOUT))
                        .name())
                .isEqualTo("Pay");
    }

    @Test
    void aDeletedSegmentComesBack() {
        apply(new CreateSegment(BETA, new SegmentDetails("Beta", "who tries", ConditionDefinition.ALWAYS)));

        apply(apply(new DeleteSegment(BETA)).inverse());

        assertThat(hub.callAsAdmin(() -> hub.get(Segments.class).get(project, BETA))
                        .description())
                .isEqualTo("who tries");
    }

    @Test
    void whoWhyAndHowIsRecorded() {
        hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(
                        project,
                        new ChangeRequest(
                                ChangeStep.of(List.of(new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()))),
                                ChangeBase.NONE,
                                new ChangeNote("the sale begins", "SHOP-7"))));

        assertThat(hub.query("select actor || '|' || reason || '|' || ticket || '|' || (sentences ->> 0) || '|'"
                        + " || (instructions -> 0 ->> 'type') || '|' || (inverse -> 0 ->> 'type')"
                        + " from change c join project p on p.id = c.project_id where p.key = '" + project + "'"))
                .containsExactly(DomainContainer.ADMIN_EMAIL
                        + "|the sale begins|SHOP-7|Create the flag \"checkout\"|create-flag|delete-flag");
    }

    private static RuleDefinition rule() {
        return RuleDefinition.of("", ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("on"))
                .withId("one");
    }

    private ChangeResult apply(Instruction... instructions) {
        return apply(ChangeStep.in(PRODUCTION, List.of(instructions)));
    }

    private ChangeResult apply(List<ChangeStep> steps) {
        return hub.callAsAdmin(() -> hub.get(Changes.class).apply(project, request(steps)));
    }

    private static ChangeRequest request(List<ChangeStep> steps) {
        return new ChangeRequest(steps, ChangeBase.NONE, ChangeNote.NONE);
    }

    private long revision() {
        return snapshot().revision();
    }

    private Snapshot snapshot() {
        return snapshot(PRODUCTION);
    }

    private Snapshot snapshot(EnvironmentKey environment) {
        return hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, environment));
    }
}
