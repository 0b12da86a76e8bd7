package dev.jackstaff.domain.flag.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.change.boundary.SegmentChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewEnvironment;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlagsIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final FlagKey CHECKOUT = new FlagKey("checkout");

    private final DomainContainer hub = DomainContainer.shared();
    private final Flags flags = hub.get(Flags.class);
    private final FlagChanges flagChanges = hub.get(FlagChanges.class);
    private final FlagStates states = hub.get(FlagStates.class);
    private final FlagStateChanges stateChanges = hub.get(FlagStateChanges.class);
    private final ProjectKey project = hub.createProject();
    private final FlagAddress address = new FlagAddress(project, CHECKOUT, PRODUCTION);

    @BeforeEach
    void aProjectWithAFlag() {
        admin(() -> flagChanges.create(project, CommandFixtures.aFlag("checkout")));
    }

    @Test
    void aNewBooleanFlagIsOffEverywhereAndServesFalseMeanwhile() {
        FlagStateView state = admin(() -> states.get(address));

        assertThat(state.enabled()).isFalse();
        assertThat(state.offVariant()).isEqualTo("off");
        assertThat(state.fallthrough()).isEqualTo(new OutcomeDefinition.Serve("on"));
        assertThat(admin(() -> flags.listWithStates(project, FlagQuery.first(10)))
                        .items())
                .singleElement()
                .satisfies(overview -> assertThat(overview.enabled()).hasSize(3).doesNotContainValue(true));
    }

    @Test
    void aToggleRaisesTheRevisionOfItsEnvironmentAlone() {
        long before = admin(() -> states.get(address)).revision();

        FlagStateView toggled = admin(() -> stateChanges.toggle(address));

        assertThat(toggled.enabled()).isTrue();
        assertThat(toggled.revision()).isEqualTo(before + 1);
        assertThat(hub.query("select e.revision from environment e join project p on p.id = e.project_id"
                        + " where p.key = '" + project + "' and e.key <> 'production'"))
                .containsOnly(Long.toString(before));
    }

    @Test
    void aFlagIsChangedWhenItsStateIs() {
        FlagView before = admin(() -> flags.get(project, CHECKOUT));

        FlagStateView toggled = admin(() -> stateChanges.toggle(address));

        FlagView after = admin(() -> flags.get(project, CHECKOUT));
        assertThat(after.updatedAt()).isEqualTo(toggled.updatedAt()).isAfter(before.updatedAt());
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.stateChanges()).isEqualTo(before.stateChanges() + 1);
        assertThat(admin(() -> flags.list(project, FlagQuery.first(10))).items())
                .containsExactly(after);
        assertThat(admin(() -> flags.listWithStates(project, FlagQuery.first(10)))
                        .items())
                .extracting(overview -> overview.flag().updatedAt())
                .containsExactly(toggled.updatedAt());
    }

    @Test
    void aPageSaysWhereEachFlagIsOn() {
        admin(() -> flagChanges.create(project, CommandFixtures.aFlag("zebra")));
        admin(() -> stateChanges.toggle(address));

        FlagStatesPage page = admin(() -> flags.listWithStates(project, FlagQuery.first(1)));

        assertThat(page.items()).singleElement().satisfies(overview -> {
            assertThat(overview.flag()).isEqualTo(admin(() -> flags.get(project, CHECKOUT)));
            assertThat(overview.enabled()).hasSize(3).containsEntry(PRODUCTION, true);
            assertThat(overview.enabled().values()).containsOnlyOnce(true);
        });
        assertThat(page.next()).isEqualTo("checkout");
        assertThat(admin(() -> flags.listWithStates(project, new FlagQuery("", false, false, "checkout", 1))))
                .satisfies(last -> assertThat(last.next()).isNull());
    }

    @Test
    void aFlagIsNotChangedByANewEnvironment() {
        FlagView before = admin(() -> flags.get(project, CHECKOUT));

        admin(() -> hub.get(EnvironmentChanges.class)
                .create(project, new NewEnvironment(new EnvironmentKey("quality"), "", false, null)));

        assertThat(admin(() -> flags.get(project, CHECKOUT))).isEqualTo(before);
    }

    @Test
    void aSwitchNeedsToSayWhichWay() {
        refused(DomainException.Invalid.class, () -> stateChanges.switchTo(address, null, ExpectedVersion.any()));
    }

    @Test
    void aSwitchOfAStateThatWasChangedMeanwhileIsStale() {
        long read = admin(() -> states.get(address)).version();
        admin(() -> stateChanges.toggle(address));

        refused(DomainException.Stale.class, () -> stateChanges.switchTo(address, true, ExpectedVersion.of(read)));
        refused(DomainException.Stale.class, () -> flagChanges.archive(project, CHECKOUT, ExpectedVersion.of(99)));
    }

    @Test
    void switchingToWhatItIsChangesNothing() {
        FlagStateView before = admin(() -> states.get(address));

        assertThat(admin(() -> stateChanges.switchTo(address, false))).isEqualTo(before);
    }

    @Test
    void manyTogglesAtOnceAreAllCountedOneByOne() {
        long before = admin(() -> states.get(address)).revision();

        List<Long> revisions = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> admin(() -> stateChanges.toggle(address)).revision())
                .sorted()
                .toList();

        assertThat(revisions).doesNotHaveDuplicates().hasSize(40).endsWith(before + 40);
    }

    @Test
    void anArchivedFlagTakesNoChanges() {
        admin(() -> flagChanges.archive(project, CHECKOUT, ExpectedVersion.any()));

        refused(DomainException.Conflict.class, () -> stateChanges.toggle(address));
        refused(DomainException.Conflict.class, () -> flagChanges.archive(project, CHECKOUT, ExpectedVersion.any()));
        assertThat(admin(() -> flagChanges.unarchive(project, CHECKOUT, ExpectedVersion.any()))
                        .archived())
                .isFalse();
    }

    @Test
    void aFlagThatOthersDependOnCanNeitherGoNorBeArchived() {
        admin(() -> flagChanges.create(
                project, CommandFixtures.aFlag("child", new PrerequisiteDefinition("checkout", List.of("on")))));

        refused(DomainException.Conflict.class, () -> flagChanges.archive(project, CHECKOUT, ExpectedVersion.any()));
        refused(DomainException.Conflict.class, () -> {
            flagChanges.delete(project, CHECKOUT, true, ExpectedVersion.any());
            return project;
        });
    }

    @Test
    void prerequisitesInACircleAreRefusedWithTheirPath() {
        admin(() -> flagChanges.create(
                project, CommandFixtures.aFlag("child", new PrerequisiteDefinition("checkout", List.of()))));

        assertThatThrownBy(() -> admin(() -> flagChanges.update(
                        project,
                        CHECKOUT,
                        CommandFixtures.booleanDetails(new PrerequisiteDefinition("child", List.of())),
                        ExpectedVersion.any())))
                .isInstanceOf(DomainException.Invalid.class)
                .hasMessageContaining("checkout -> child -> checkout");
    }

    @Test
    void prerequisitesThatAreNotThereAreRefused() {
        refused(
                DomainException.Invalid.class,
                () -> flagChanges.create(
                        project, CommandFixtures.aFlag("child", new PrerequisiteDefinition("nobody", List.of()))));
        refused(
                DomainException.Invalid.class,
                () -> flagChanges.create(
                        project,
                        CommandFixtures.aFlag("child", new PrerequisiteDefinition("checkout", List.of("maybe")))));
    }

    @Test
    void theTypeOfAFlagCannotBeChanged() {
        refused(
                DomainException.Conflict.class,
                () -> flagChanges.update(
                        project, CHECKOUT, CommandFixtures.textDetails("on", "off"), ExpectedVersion.any()));
    }

    @Test
    void aVariantInUseCannotBeRemoved() {
        assertThatThrownBy(() -> admin(() -> flagChanges.update(
                        project,
                        CHECKOUT,
                        CommandFixtures.details(ValueType.BOOLEAN, new VariantInput("on", "true", "")),
                        ExpectedVersion.any())))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageContaining("\"off\"");
    }

    @Test
    void rulesThatNameWhatIsNotThereAreRefusedWithTheirPlace() {
        assertThat(violation(CommandFixtures.serving("maybe"))).isEqualTo("fallthrough: unknown variant \"maybe\"");
        assertThat(violation(CommandFixtures.serving("on", CommandFixtures.ruleFor("beta", "on"))))
                .startsWith("rules[0]: unknown");
        assertThat(violation(CommandFixtures.serving(
                        "on",
                        RuleDefinition.of(
                                "",
                                ConditionDefinition.Comparison.of("version", Operator.SEMVER_GT, "one"),
                                new OutcomeDefinition.Serve("on")))))
                .startsWith("rules[0]: not a semantic version");
    }

    @Test
    void aSegmentThatARuleNamesCannotBeDeletedAndIsTold() {
        admin(() -> hub.get(SegmentChanges.class)
                .create(project, CommandFixtures.aSegment("beta", ConditionDefinition.ALWAYS)));
        admin(() -> stateChanges.update(
                address, CommandFixtures.serving("on", CommandFixtures.ruleFor("beta", "on")), ExpectedVersion.any()));

        assertThatThrownBy(() -> admin(() -> {
                    hub.get(SegmentChanges.class).delete(project, new SegmentKey("beta"), ExpectedVersion.any());
                    return project;
                }))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageContaining("checkout");
    }

    @Test
    void aStateThatWasChangedMeanwhileIsStale() {
        long read = admin(() -> states.get(address)).version();
        admin(() -> stateChanges.toggle(address));

        refused(
                DomainException.Stale.class,
                () -> stateChanges.update(address, CommandFixtures.serving("on"), ExpectedVersion.of(read)));
    }

    @Test
    void aJsonValueKeepsItsSpelling() {
        String json = "{\"z\":1,\"a\":[1.0,null]}";
        admin(() -> flagChanges.create(
                project,
                new NewFlag(
                        new FlagKey("theme"),
                        CommandFixtures.details(ValueType.JSON, new VariantInput("a", json, "")))));

        assertThat(admin(() -> flags.get(project, new FlagKey("theme"))).variants())
                .singleElement()
                .satisfies(variant -> assertThat(variant.value()).isEqualTo(Value.parse(ValueType.JSON, json)));
    }

    @Test
    void listsAreReadPageByPageAndSearchedLiterally() {
        admin(() -> flagChanges.create(project, CommandFixtures.aFlag("a_1")));
        admin(() -> flagChanges.create(project, CommandFixtures.aFlag("ab1")));

        FlagPage first = admin(() -> flags.list(project, FlagQuery.first(2)));
        FlagPage second = admin(() -> flags.list(
                project, new FlagQuery("", false, false, first.nextCursor().orElseThrow(), 2)));

        assertThat(first.items()).extracting(flag -> flag.key().value()).containsExactly("a_1", "ab1");
        assertThat(second.items()).extracting(flag -> flag.key().value()).containsExactly("checkout");
        assertThat(second.nextCursor()).isEmpty();
        assertThat(admin(() -> flags.list(project, new FlagQuery("A_", false, false, "", 10)))
                        .items())
                .extracting(flag -> flag.key().value())
                .containsExactly("a_1");
    }

    @Test
    void aNewEnvironmentHasEveryFlagOff() {
        EnvironmentKey quality = new EnvironmentKey("quality");
        admin(() -> stateChanges.toggle(address));

        admin(() -> hub.get(EnvironmentChanges.class).create(project, new NewEnvironment(quality, "", false, null)));

        assertThat(admin(() -> states.get(new FlagAddress(project, CHECKOUT, quality)))
                        .enabled())
                .isFalse();
    }

    private String violation(FlagStateDetails details) {
        try {
            admin(() -> stateChanges.update(address, details, ExpectedVersion.any()));
            return "";
        } catch (DomainException.Invalid invalid) {
            return invalid.violations().get(0).toString();
        }
    }

    private void refused(Class<? extends DomainException> how, Supplier<?> what) {
        ThrowingCallable call = () -> admin(what);
        assertThatThrownBy(call).isInstanceOf(how);
    }

    private <T> T admin(Supplier<T> work) {
        return hub.callAsAdmin(work);
    }
}
