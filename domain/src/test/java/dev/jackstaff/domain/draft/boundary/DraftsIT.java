package dev.jackstaff.domain.draft.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.RandomInstructions;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RuleListInstruction.RemoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.UpdateRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.SetOffVariant;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.boundary.ChangeResult;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.draft.DraftView;
import dev.jackstaff.domain.draft.FieldConflict;
import dev.jackstaff.domain.draft.Side;
import dev.jackstaff.domain.draft.control.DraftStore;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DeniablePolicy;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftsIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final FlagKey CHECKOUT = new FlagKey("checkout");
    private static final RuleDefinition TESTERS = rule("testers");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final UserView ada = hub.createUser(Role.EDITOR);
    private final Drafts drafts = hub.get(Drafts.class);
    private final DraftChanges changes = hub.get(DraftChanges.class);

    @BeforeEach
    void aFlag() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
    }

    @Test
    void stepsAreAddedUpAndReduced() {
        edit(PRODUCTION, new Switch(CHECKOUT, true));
        edit(PRODUCTION, new AddRule(CHECKOUT, TESTERS, null));

        DraftView draft = edit(PRODUCTION, new SetRollout(CHECKOUT, "testers", percent(10)))
                .orElseThrow();

        assertThat(draft.steps())
                .containsExactlyElementsOf(ChangeStep.in(
                        PRODUCTION,
                        List.of(
                                new Switch(CHECKOUT, true),
                                new AddRule(CHECKOUT, rule("testers", percent(10), ""), null))));
        assertThat(find(PRODUCTION)).contains(draft);
        assertThat(find(STAGING)).isEmpty();
        assertThat(find(null)).isEmpty();
        assertThat(settings(PRODUCTION).enabled()).isFalse();
    }

    @Test
    void toAndFroLeavesNothing() {
        edit(PRODUCTION, new Switch(CHECKOUT, true), new AddRule(CHECKOUT, TESTERS, null));

        Optional<DraftView> left = edit(PRODUCTION, new RemoveRule(CHECKOUT, "testers"), new Switch(CHECKOUT, false));

        assertThat(left).isEmpty();
        assertThat(find(PRODUCTION)).isEmpty();
        assertThat(asAda(drafts::mine)).isEmpty();
    }

    @Test
    void anyEditsHaveTheEffectOfTheirReducedDraft() {
        RandomInstructions random = new RandomInstructions(7, CHECKOUT);
        FlagStateDetails wanted = settings(PRODUCTION).details();
        for (int i = 0; i < 60; i++) {
            StateInstruction next = random.next(wanted);
            wanted = next.apply(wanted);
            edit(PRODUCTION, next);
        }

        asAda(() -> changes.save(project, CHECKOUT, DraftSelection.of(PRODUCTION), ChangeNote.NONE));

        assertThat(settings(PRODUCTION).details()).isEqualTo(wanted);
    }

    @Test
    void replacingKeepsTheBase() {
        DraftView begun = edit(PRODUCTION, new Switch(CHECKOUT, true)).orElseThrow();
        toggle(STAGING);
        toggle(PRODUCTION);

        DraftView replaced = asAda(() -> drafts.replace(
                        project, CHECKOUT, PRODUCTION, steps(PRODUCTION, new SetOffVariant(CHECKOUT, "on"))))
                .orElseThrow();

        assertThat(replaced.base()).isEqualTo(begun.base());
        assertThat(replaced.steps()).containsExactlyElementsOf(steps(PRODUCTION, new SetOffVariant(CHECKOUT, "on")));
    }

    @Test
    void aDraftIsBegunAtTheRevisionThatWasSeen() {
        admin(new AddRule(CHECKOUT, rule("testers", percent(10), ""), null));
        long seen = settings(PRODUCTION).revision();
        admin(new SetRollout(CHECKOUT, "testers", percent(20)));

        asAda(() -> drafts.edit(
                project,
                CHECKOUT,
                PRODUCTION,
                steps(PRODUCTION, new UpdateRule(CHECKOUT, rule("testers", percent(10), "noted"))),
                seen));

        assertThat(find(PRODUCTION).orElseThrow().base()).isEqualTo(seen);
        assertThat(asAda(() -> drafts.settingsAt(project, CHECKOUT, PRODUCTION, seen))
                        .rules())
                .containsExactly(rule("testers", percent(10), ""));
        save(DraftSelection.of(PRODUCTION));
        assertThat(settings(PRODUCTION).rules()).containsExactly(rule("testers", percent(20), "noted"));
    }

    @Test
    void aDraftIsNotBegunInTheFuture() {
        long next = settings(PRODUCTION).revision() + 1;

        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> asAda(() -> drafts.edit(
                        project, CHECKOUT, PRODUCTION, steps(PRODUCTION, new Switch(CHECKOUT, true)), next)))
                .withMessageContaining("does not exist yet");
        assertThat(find(PRODUCTION)).isEmpty();
    }

    @Test
    void whatIsInvalidInTheEndStaysInADraftAndIsNotSaved() {
        edit(PRODUCTION, new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("blue")));

        DraftPreview preview = asAda(() -> changes.preview(project, CHECKOUT, DraftSelection.of(PRODUCTION)));

        assertThat(preview.result()).isNull();
        assertThat(preview.refusal()).contains("blue");
        assertThat(preview.drafts().get(0).sentences())
                .containsExactly("Serve \"blue\" where no rule of \"checkout\" matches in production");
        assertThat(preview.violations()).isNotEmpty();
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> save(DraftSelection.of(PRODUCTION)))
                .withMessageContaining("blue");
        assertThat(find(PRODUCTION)).isPresent();
    }

    @Test
    void whatCannotBeAppliedOrIsMalformedIsRefused() {
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> edit(PRODUCTION, new RemoveRule(CHECKOUT, "none")));
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> edit(PRODUCTION, new Switch(new FlagKey("search"), true)));
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> edit(null, new SetText(CHECKOUT, SetText.Text.NAME, "n".repeat(201))));
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> asAda(
                        () -> drafts.edit(project, CHECKOUT, STAGING, steps(PRODUCTION, new Switch(CHECKOUT, true)))));
        assertThat(asAda(drafts::mine)).isEmpty();
    }

    @Test
    void thePreviewSaysWhatSavingWouldDoAndChangesNothing() {
        edit(PRODUCTION, new Switch(CHECKOUT, true));
        toggle(STAGING);
        admin(new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("off")));

        DraftPreview preview = asAda(() -> changes.preview(project, CHECKOUT, DraftSelection.of(PRODUCTION)));

        var stages = Objects.requireNonNull(preview.drafts().get(0).settings());
        assertThat(stages.base().enabled()).isFalse();
        assertThat(stages.drafted()).isEqualTo(stages.base().withEnabled(true));
        assertThat(stages.current().fallthrough()).isEqualTo(new OutcomeDefinition.Serve("off"));
        assertThat(stages.rebased()).isEqualTo(stages.current().withEnabled(true));
        assertThat(preview.conflicts()).isEmpty();
        ChangeResult result = Objects.requireNonNull(preview.result());
        assertThat(result.sentences()).containsExactly("Turn \"checkout\" on in production");
        assertThat(result.effects()).hasSize(1);
        assertThat(result.movements()).hasSize(1);
        assertThat(settings(PRODUCTION).enabled()).isFalse();
        assertThat(find(PRODUCTION)).isPresent();
    }

    @Test
    void draftsThatNeedEachOtherArePreviewedTogether() {
        edit(null, new AddVariant(CHECKOUT, new VariantInput("maybe", "true", ""), null));
        edit(PRODUCTION, new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("maybe")));

        DraftPreview alone = asAda(() -> changes.preview(project, CHECKOUT, DraftSelection.of(PRODUCTION)));
        DraftPreview together =
                asAda(() -> changes.preview(project, CHECKOUT, new DraftSelection(true, List.of(PRODUCTION))));

        assertThat(alone.refusal()).contains("maybe");
        assertThat(together.refusal()).isEmpty();
        assertThat(Objects.requireNonNull(together.result()).sentences()).hasSize(2);
        assertThat(together.drafts()).hasSize(2);
    }

    @Test
    void draftsOfSeveralPlacesAreSavedAsOneChangeAndGone() {
        edit(null, new AddVariant(CHECKOUT, new VariantInput("maybe", "true", ""), null));
        edit(PRODUCTION, new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("maybe")));
        edit(STAGING, new Switch(CHECKOUT, true));

        ChangeResult result = save(new DraftSelection(true, List.of(PRODUCTION)));

        assertThat(result.sentences()).hasSize(2);
        assertThat(settings(PRODUCTION).fallthrough()).isEqualTo(new OutcomeDefinition.Serve("maybe"));
        assertThat(asAda(() -> hub.get(Flags.class).get(project, CHECKOUT)).variants())
                .hasSize(3);
        assertThat(asAda(() -> drafts.ofFlag(project, CHECKOUT)))
                .extracting(DraftView::environment)
                .containsExactly(STAGING);
        assertThat(settings(STAGING).enabled()).isFalse();
    }

    @Test
    void aConflictLeavesTheDraftAndNamesEachSide() {
        edit(PRODUCTION, new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("off")), new Switch(CHECKOUT, true));
        admin(new SetFallthrough(CHECKOUT, split()));

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> save(DraftSelection.of(PRODUCTION)))
                .satisfies(conflict -> assertThat(conflict.violations())
                        .extracting(violation -> violation.field())
                        .containsExactly("checkout/fallthrough"));

        FieldConflict conflict =
                asAda(() -> drafts.conflicts(project, CHECKOUT, PRODUCTION)).get(0);
        assertThat(conflict.field()).isEqualTo("checkout/fallthrough");
        assertThat(conflict.base()).contains("\"on\"");
        assertThat(conflict.theirs()).contains("split");
        assertThat(conflict.mine()).contains("off");
        assertThat(find(PRODUCTION).orElseThrow().steps()).hasSize(2);
    }

    @Test
    void aConflictIsResolvedFieldByField() {
        edit(PRODUCTION, new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("off")), new Switch(CHECKOUT, true));
        admin(new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("off")), new SetOffVariant(CHECKOUT, "on"));
        admin(new Switch(CHECKOUT, true));
        admin(new Switch(CHECKOUT, false));
        admin(new SetFallthrough(CHECKOUT, split()));

        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> asAda(() -> drafts.resolve(project, CHECKOUT, PRODUCTION, Map.of())));
        DraftView theirs = asAda(() ->
                        drafts.resolve(project, CHECKOUT, PRODUCTION, Map.of("checkout/fallthrough", Side.THEIRS)))
                .orElseThrow();

        assertThat(theirs.steps()).containsExactlyElementsOf(steps(PRODUCTION, new Switch(CHECKOUT, true)));
        save(DraftSelection.of(PRODUCTION));
        assertThat(settings(PRODUCTION).fallthrough()).isEqualTo(split());
        assertThat(settings(PRODUCTION).enabled()).isTrue();
    }

    @Test
    void mineReplacesTheirsOnceItWasSaidSo() {
        edit(PRODUCTION, new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("off")));
        admin(new SetFallthrough(CHECKOUT, split()));

        asAda(() -> drafts.resolve(project, CHECKOUT, PRODUCTION, Map.of("checkout/fallthrough", Side.MINE)));
        save(DraftSelection.of(PRODUCTION));

        assertThat(settings(PRODUCTION).fallthrough()).isEqualTo(new OutcomeDefinition.Serve("off"));
    }

    @Test
    void draftsArePersonal() {
        edit(PRODUCTION, new Switch(CHECKOUT, true));
        UserView bob = hub.createUser(Role.EDITOR);

        assertThat(hub.callAs(bob, drafts::mine)).isEmpty();
        assertThat(hub.callAs(bob, () -> drafts.find(project, CHECKOUT, PRODUCTION)))
                .isEmpty();
        assertThat(asAda(drafts::mine)).hasSize(1);
        assertThatExceptionOfType(DomainException.Forbidden.class).isThrownBy(() -> hub.callAsAdmin(drafts::mine));
    }

    @Test
    void whoMayNoLongerChangeTheFlagHasNoDraft() {
        edit(PRODUCTION, new Switch(CHECKOUT, true));
        hub.get(DeniablePolicy.class).deny(project, Permission.FLAG_SWITCH);

        assertThat(find(PRODUCTION)).isEmpty();
        assertThat(asAda(drafts::mine)).isEmpty();
        assertThat(asAda(() -> drafts.ofFlag(project, CHECKOUT))).isEmpty();
        assertThatExceptionOfType(DomainException.NotFound.class).isThrownBy(() -> save(DraftSelection.of(PRODUCTION)));
        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(() -> edit(PRODUCTION, new Switch(CHECKOUT, true)));

        hub.get(DeniablePolicy.class).allowAll(project);
        assertThat(find(PRODUCTION)).isPresent();
    }

    @Test
    void aFlagMadeAnewInheritsNoDraft() {
        edit(PRODUCTION, new Switch(CHECKOUT, true));
        edit(null, new SetText(CHECKOUT, SetText.Text.NAME, "Other"));

        hub.callAsAdmin(() -> {
            hub.get(FlagChanges.class).delete(project, CHECKOUT, true, ExpectedVersion.any());
            return hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout"));
        });

        assertThat(asAda(() -> drafts.ofFlag(project, CHECKOUT))).isEmpty();
    }

    @Test
    void aDeletedEnvironmentTakesItsDraftsAlong() {
        edit(STAGING, new Switch(CHECKOUT, true));
        edit(PRODUCTION, new Switch(CHECKOUT, true));

        hub.callAsAdmin(() -> {
            hub.get(EnvironmentChanges.class).delete(project, STAGING, true, ExpectedVersion.any());
            return true;
        });

        assertThat(asAda(drafts::mine)).extracting(DraftView::environment).containsExactly(PRODUCTION);
    }

    @Test
    void aDraftIsDiscarded() {
        edit(PRODUCTION, new Switch(CHECKOUT, true));

        discard();
        discard();

        assertThat(find(PRODUCTION)).isEmpty();
    }

    private void discard() {
        asAda(() -> {
            drafts.discard(project, CHECKOUT, PRODUCTION);
            return true;
        });
    }

    @Test
    void draftsGoThirtyDaysAfterTheirLastEdit() throws SQLException {
        edit(PRODUCTION, new Switch(CHECKOUT, true));
        edit(STAGING, new Switch(CHECKOUT, true));
        age(PRODUCTION, 31);
        age(STAGING, 29);

        hub.callInRequest(() -> {
            hub.get(DraftCleanup.class).removeExpired();
            return true;
        });

        assertThat(asAda(drafts::mine)).extracting(DraftView::environment).containsExactly(STAGING);
    }

    private void age(EnvironmentKey environment, int days) throws SQLException {
        try (Connection connection = hub.database().getConnection()) {
            connection
                    .createStatement()
                    .executeUpdate(
                            "update draft set edited_at = edited_at - interval '" + days + " days' where user_id = '"
                                    + ada.id() + "' and environment_id in (select id from environment where key = '"
                                    + environment + "')");
        }
    }

    @Test
    void aDraftHasABoundedSize() {
        String note = "n".repeat(DraftStore.MAX_BYTES / 4);
        List<Instruction> rules = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rules.add(new AddRule(CHECKOUT, rule("rule-" + i, percent(100), note), null));
        }

        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> edit(PRODUCTION, rules.toArray(Instruction[]::new)))
                .withMessageContaining("256 kB");
    }

    private Optional<DraftView> edit(@Nullable EnvironmentKey environment, Instruction... more) {
        return asAda(() -> drafts.edit(project, CHECKOUT, environment, steps(environment, more)));
    }

    private static List<ChangeStep> steps(@Nullable EnvironmentKey environment, Instruction... instructions) {
        return ChangeStep.in(environment, List.of(instructions));
    }

    private Optional<DraftView> find(@Nullable EnvironmentKey environment) {
        return asAda(() -> drafts.find(project, CHECKOUT, environment));
    }

    private ChangeResult save(DraftSelection selection) {
        return asAda(() -> changes.save(project, CHECKOUT, selection, new ChangeNote("because", "")));
    }

    private <T> T asAda(Supplier<T> work) {
        return hub.callAs(ada, work);
    }

    private void admin(StateInstruction... instructions) {
        hub.callAsAdmin(() -> hub.get(FlagStateChanges.class)
                .update(
                        new FlagAddress(project, CHECKOUT, PRODUCTION),
                        present -> {
                            FlagStateDetails details = present.details();
                            for (StateInstruction instruction : instructions) {
                                details = instruction.apply(details);
                            }
                            return details;
                        },
                        ExpectedVersion.any()));
    }

    private void toggle(EnvironmentKey environment) {
        hub.callAsAdmin(() -> hub.get(FlagStateChanges.class).toggle(new FlagAddress(project, CHECKOUT, environment)));
    }

    private FlagStateView settings(EnvironmentKey environment) {
        return hub.callAsAdmin(() -> hub.get(FlagStates.class).get(new FlagAddress(project, CHECKOUT, environment)));
    }

    private static OutcomeDefinition split() {
        return new OutcomeDefinition.Split(List.of(new OutcomeDefinition.WeightedVariant("on", 1)), "default", "");
    }

    private static RolloutDefinition percent(int percent) {
        return new RolloutDefinition(percent * 100, "default", "");
    }

    private static RuleDefinition rule(String id) {
        return rule(id, percent(100), "");
    }

    private static RuleDefinition rule(String id, RolloutDefinition rollout, String note) {
        return new RuleDefinition(
                        "",
                        note,
                        true,
                        ConditionDefinition.Comparison.of("country", Operator.IN, "se"),
                        rollout,
                        new OutcomeDefinition.Serve("on"))
                .withId(id);
    }
}
