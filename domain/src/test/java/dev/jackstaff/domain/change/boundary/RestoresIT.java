package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.attribute.boundary.Attributes;
import dev.jackstaff.domain.change.AttributeInstruction.CreateAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.DeleteAttribute;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.EnvironmentInstruction.RenameEnvironment;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetSortOrder;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.ProjectInstruction.RenameProject;
import dev.jackstaff.domain.change.RandomInstructions;
import dev.jackstaff.domain.change.SegmentInstruction.SetCondition;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.DeleteSegment;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.SettingsPart;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.Environments;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Restoring, promoting and copying, which all are changes by instructions. */
class RestoresIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final FlagKey CHECKOUT = new FlagKey("checkout");
    private static final FlagKey SEARCH = new FlagKey("search");
    private static final SegmentKey BETA = new SegmentKey("beta");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();

    @BeforeEach
    void twoFlags() {
        apply(
                new CreateFlag(CHECKOUT, CommandFixtures.booleanDetails()),
                new CreateFlag(SEARCH, CommandFixtures.booleanDetails()),
                new CreateSegment(BETA, new SegmentDetails("", "", ConditionDefinition.ALWAYS)));
    }

    @Test
    void settingsComeBackWithTheIdsOfTheirRules() {
        changeAtRandom(CHECKOUT, 1);
        Snapshot then = snapshot(PRODUCTION);
        FlagStateView before = state(CHECKOUT, PRODUCTION);
        changeAtRandom(CHECKOUT, 2);
        apply(new Switch(SEARCH, true));

        ChangeResult dry = restore(settings(then.revision(), Set.of()), true);
        assertThat(state(CHECKOUT, PRODUCTION).rules()).isNotEqualTo(before.rules());
        ChangeResult done = restore(settings(then.revision(), Set.of()), false);

        assertThat(done).isEqualTo(dry);
        assertThat(snapshot(PRODUCTION).flags()).isEqualTo(then.flags());
        assertThat(state(CHECKOUT, PRODUCTION).rules()).isEqualTo(before.rules());
        assertThat(restore(settings(then.revision(), Set.of()), false).effects())
                .isEmpty();
    }

    @Test
    void theProjectItsEnvironmentsAndItsAttributesComeBack() {
        AttributeName country = new AttributeName("country");
        AttributeDetails countries = new AttributeDetails(AttributeType.STRING, "Where somebody is", List.of());
        long then = apply(
                        new RenameProject("Storefront"),
                        new RenameEnvironment(STAGING, "Rehearsal"),
                        new CreateAttribute(country, countries))
                .projectRevision();
        AttributeName later = new AttributeName("plan");
        apply(
                new RenameProject("Shop"),
                new RenameEnvironment(STAGING, "Stage"),
                new SetSortOrder(STAGING, 7),
                new DeleteAttribute(country),
                new CreateAttribute(later, countries));

        restore(shared(then, Set.of(CHECKOUT), Set.of()), false);
        assertThat(hub.callAsAdmin(() -> hub.get(Projects.class).get(project)).name())
                .isEqualTo("Shop");
        restore(shared(then, Set.of(), Set.of()), false);

        assertThat(hub.callAsAdmin(() -> hub.get(Projects.class).get(project)).name())
                .isEqualTo("Storefront");
        assertThat(hub.callAsAdmin(() -> hub.get(Environments.class).get(project, STAGING)))
                .returns("Rehearsal", EnvironmentView::name)
                .returns(1, EnvironmentView::sortOrder);
        assertThat(hub.callAsAdmin(() -> hub.get(Attributes.class).get(project, country))
                        .details())
                .isEqualTo(countries);
        assertThat(hub.callAsAdmin(() -> hub.get(Attributes.class).get(project, later))
                        .details())
                .isEqualTo(countries);
        assertThat(restore(shared(then, Set.of(), Set.of()), false).sentences()).isEmpty();
    }

    @Test
    void aPartIsRestoredAndTheRestStays() {
        Snapshot then = snapshot(PRODUCTION);
        apply(new Switch(CHECKOUT, true), new Switch(SEARCH, true));

        restore(settings(then.revision(), Set.of(CHECKOUT)), false);

        assertThat(state(CHECKOUT, PRODUCTION).enabled()).isFalse();
        assertThat(state(SEARCH, PRODUCTION).enabled()).isTrue();
    }

    @Test
    void whatAllEnvironmentsShareComesBackAndWhatWasDeletedToo() {
        apply(new SetText(CHECKOUT, SetText.Text.NAME, "Check-out"), new Switch(CHECKOUT, true));
        long then = apply(new SetTags(SEARCH, List.of("a"))).projectRevision();
        Snapshot before = snapshot(PRODUCTION);
        apply(new SetText(CHECKOUT, SetText.Text.NAME, "Pay"), new SetTags(SEARCH, List.of("b", "c")));
        apply(new DeleteFlag(CHECKOUT, true), new ArchiveFlag(SEARCH), new DeleteSegment(BETA));
        apply(new CreateFlag(new FlagKey("later"), CommandFixtures.booleanDetails()));

        restore(shared(then, Set.of(), Set.of()), false);

        assertThat(flag(CHECKOUT).name()).isEqualTo("Check-out");
        assertThat(flag(SEARCH).tags()).containsExactly("a");
        assertThat(flag(SEARCH).archived()).isFalse();
        assertThat(flag(new FlagKey("later")).archived()).isFalse();
        assertThat(snapshot(PRODUCTION).flags()).containsAll(before.flags());
        assertThat(snapshot(PRODUCTION).segments()).isEqualTo(before.segments());
    }

    @Test
    void aSegmentIsRestoredAlone() {
        long then = apply(new SetTags(SEARCH, List.of("a"))).projectRevision();
        apply(
                new SetCondition(BETA, ConditionDefinition.Comparison.of("country", Operator.IN, "at")),
                new SetTags(SEARCH, List.of("b")));

        restore(shared(then, Set.of(), Set.of(BETA)), false);

        assertThat(snapshot(PRODUCTION).segments()).singleElement().satisfies(segment -> assertThat(segment.condition())
                .isEqualTo(ConditionDefinition.ALWAYS));
        assertThat(flag(SEARCH).tags()).containsExactly("b");
    }

    @Test
    void whatWasNotThereIsNotFound() {
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> restore(settings(999_999_999_999L, Set.of()), false));
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> restore(shared(1, Set.of(CHECKOUT), Set.of()), false));
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> request(null, OptionalLong.of(1), OptionalLong.empty()));
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> request(null, OptionalLong.empty(), OptionalLong.empty()));
    }

    private static RestoreRequest request(
            @Nullable EnvironmentKey environment, OptionalLong revision, OptionalLong projectRevision) {
        return new RestoreRequest(environment, revision, projectRevision, Set.of(), Set.of());
    }

    @Test
    void settingsArePromotedInPart() {
        changeAtRandom(CHECKOUT, 5);
        apply(new Switch(CHECKOUT, true), new Switch(SEARCH, true));
        FlagStateView source = state(CHECKOUT, PRODUCTION);

        promote(new Promotion(
                PRODUCTION, OptionalLong.empty(), STAGING, Set.of(CHECKOUT), EnumSet.of(SettingsPart.RULES)));
        assertThat(state(CHECKOUT, STAGING).rules()).isEqualTo(source.rules());
        assertThat(state(CHECKOUT, STAGING).enabled()).isFalse();
        assertThat(state(SEARCH, STAGING).enabled()).isFalse();

        promote(new Promotion(PRODUCTION, OptionalLong.empty(), STAGING, Set.of(), SettingsPart.USUAL));
        assertThat(details(state(CHECKOUT, STAGING))).isEqualTo(details(source));
        assertThat(snapshot(STAGING).flags()).isEqualTo(snapshot(PRODUCTION).flags());
    }

    @Test
    void settingsOfARevisionArePromoted() {
        long then = snapshot(PRODUCTION).revision();
        apply(new Switch(CHECKOUT, true));
        promote(new Promotion(PRODUCTION, OptionalLong.empty(), STAGING, Set.of(), SettingsPart.USUAL));
        assertThat(state(CHECKOUT, STAGING).enabled()).isTrue();

        promote(new Promotion(PRODUCTION, OptionalLong.of(then), STAGING, Set.of(), SettingsPart.USUAL));

        assertThat(state(CHECKOUT, STAGING).enabled()).isFalse();
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> promote(
                        new Promotion(PRODUCTION, OptionalLong.of(1L << 60), STAGING, Set.of(), SettingsPart.USUAL)));
    }

    @Test
    void aFlagIsCopiedWithItsSettingsAndIsOff() {
        changeAtRandom(CHECKOUT, 8);
        apply(new Switch(CHECKOUT, true));
        FlagKey copy = new FlagKey("checkout-2");

        copy(new FlagCopies.Copy(copy, "Second", false), ExpectedVersion.any());

        assertThat(flag(copy).name()).isEqualTo("Second");
        assertThat(state(copy, PRODUCTION).enabled()).isFalse();
        assertThat(state(copy, PRODUCTION).rules())
                .isEqualTo(state(CHECKOUT, PRODUCTION).rules());
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> copy(new FlagCopies.Copy(SEARCH, "", false), ExpectedVersion.any()));
        assertThatExceptionOfType(DomainException.Stale.class)
                .isThrownBy(() -> copy(new FlagCopies.Copy(new FlagKey("late"), "", false), ExpectedVersion.of(1_000)));
    }

    private void copy(FlagCopies.Copy copy, ExpectedVersion expected) {
        hub.callAsAdmin(() -> hub.get(FlagCopies.class).copy(project, CHECKOUT, copy, ChangeNote.NONE, expected));
    }

    @Test
    void versionsOfAFlagAreListedWithWhoAndWhy() {
        hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(
                        project,
                        new ChangeRequest(
                                ChangeStep.in(
                                        PRODUCTION,
                                        List.of(
                                                new SetText(CHECKOUT, SetText.Text.NAME, "Pay"),
                                                new Switch(CHECKOUT, true))),
                                ChangeBase.NONE,
                                new ChangeNote("we sell", "SHOP-1"))));
        RevisionQuery all = new RevisionQuery(Long.MAX_VALUE, 50);

        assertThat(hub.callAsAdmin(() -> hub.get(History.class).versions(project, CHECKOUT, all)))
                .hasSize(2)
                .first()
                .satisfies(latest -> {
                    assertThat(latest.details().name()).isEqualTo("Pay");
                    assertThat(latest.change())
                            .isNotNull()
                            .extracting(ChangeRecord::reason)
                            .isEqualTo("we sell");
                });
        assertThat(hub.callAsAdmin(() -> hub.get(History.class).versions(project, CHECKOUT, PRODUCTION, all)))
                .extracting(version -> version.settings().enabled())
                .containsExactly(true, false);
        assertThat(hub.callAsAdmin(() -> hub.get(History.class).changes(project, all)))
                .extracting(change -> change.ticket())
                .containsExactly("SHOP-1", "");
        assertThat(hub.callAsAdmin(() -> hub.get(History.class).revisions(project, PRODUCTION, all)))
                .first()
                .satisfies(revision -> assertThat(revision.change()).isNotNull());
    }

    private void changeAtRandom(FlagKey flag, long seed) {
        RandomInstructions random = new RandomInstructions(seed, flag);
        for (int i = 0; i < 10; i++) {
            StateInstruction next = random.next(details(state(flag, PRODUCTION)));
            apply(next);
        }
    }

    private static RestoreRequest settings(long revision, Set<FlagKey> flags) {
        return new RestoreRequest(PRODUCTION, OptionalLong.of(revision), OptionalLong.empty(), flags, Set.of());
    }

    private static RestoreRequest shared(long projectRevision, Set<FlagKey> flags, Set<SegmentKey> segments) {
        return new RestoreRequest(null, OptionalLong.empty(), OptionalLong.of(projectRevision), flags, segments);
    }

    private ChangeResult restore(RestoreRequest request, boolean dryRun) {
        return hub.callAsAdmin(
                () -> hub.get(Restores.class).restore(project, request, ChangeBase.NONE, ChangeNote.NONE, dryRun));
    }

    private void promote(Promotion promotion) {
        hub.callAsAdmin(
                () -> hub.get(FlagCopies.class).promote(project, promotion, ChangeBase.NONE, ChangeNote.NONE, false));
    }

    private ChangeResult apply(Instruction... instructions) {
        return hub.callAsAdmin(() -> hub.get(Changes.class)
                .apply(
                        project,
                        new ChangeRequest(
                                ChangeStep.in(PRODUCTION, List.of(instructions)), ChangeBase.NONE, ChangeNote.NONE)));
    }

    private FlagView flag(FlagKey key) {
        return hub.callAsAdmin(() -> hub.get(Flags.class).get(project, key));
    }

    private FlagStateView state(FlagKey flag, EnvironmentKey environment) {
        return hub.callAsAdmin(() -> hub.get(FlagStates.class).get(new FlagAddress(project, flag, environment)));
    }

    private static FlagStateDetails details(FlagStateView view) {
        return new FlagStateDetails(view.enabled(), view.offVariant(), view.fallthrough(), view.rules());
    }

    private Snapshot snapshot(EnvironmentKey environment) {
        return hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, environment));
    }
}
