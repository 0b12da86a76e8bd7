package dev.jackstaff.domain.change.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.change.ChangeBase;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.PrerequisiteInstruction.AddPrerequisite;
import dev.jackstaff.domain.change.RandomInstructions;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RuleListInstruction.MoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.RemoveRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.StateInstruction;
import dev.jackstaff.domain.change.ValueInstruction.ResetValue;
import dev.jackstaff.domain.change.ValueInstruction.SetValue;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.VariantInstruction.RemoveVariant;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final FlagKey CHECKOUT = new FlagKey("checkout");
    private static final FlagKey SEARCH = new FlagKey("search");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final Changes changes = hub.get(Changes.class);
    private final FlagStates states = hub.get(FlagStates.class);
    private final FlagStateChanges stateChanges = hub.get(FlagStateChanges.class);

    @BeforeEach
    void twoFlags() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("search")));
    }

    @Test
    void instructionsAreCarriedOutAsOneRevision() {
        long before = state(CHECKOUT).revision();

        ChangeResult result = apply(
                new Switch(CHECKOUT, true), new AddRule(CHECKOUT, rule("Testers"), null), new Switch(SEARCH, true));

        assertThat(revisionOf(result)).isEqualTo(before + 1);
        assertThat(result.sentences())
                .containsExactly(
                        "Turn \"checkout\" on in production",
                        "Add the rule \"Testers\" to \"checkout\" in production",
                        "Turn \"search\" on in production");
        assertThat(result.effects())
                .extracting(effect -> effect.subject().key())
                .containsExactly("checkout", "search");
        assertThat(state(CHECKOUT).enabled()).isTrue();
        assertThat(state(CHECKOUT).rules()).singleElement().satisfies(rule -> assertThat(rule.name())
                .isEqualTo("Testers"));
        assertThat(audited()).isEqualTo(2);
    }

    @Test
    void oneThatCannotBeCarriedOutLeavesAllAsItWas() {
        FlagStateView before = state(CHECKOUT);

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new Switch(CHECKOUT, true), new RemoveRule(CHECKOUT, "nothing")));
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> apply(
                        new Switch(CHECKOUT, true),
                        new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("nothing"))));
        assertThatExceptionOfType(DomainException.NotFound.class)
                .isThrownBy(() -> apply(new Switch(CHECKOUT, true), new Switch(new FlagKey("nothing"), true)));

        assertThat(state(CHECKOUT)).isEqualTo(before);
        assertThat(audited()).isZero();
    }

    @Test
    void whatDryRunSaysIsWhatIsDoneAndNothingIsChangedByIt() {
        RandomInstructions random = new RandomInstructions(7, CHECKOUT);
        List<StateInstruction> instructions = new ArrayList<>();
        FlagStateDetails settings = details(state(CHECKOUT));
        for (int i = 0; i < 15; i++) {
            StateInstruction next = random.next(settings);
            instructions.add(next);
            settings = next.apply(settings);
        }
        FlagStateView before = state(CHECKOUT);
        ChangeRequest request = request(instructions.toArray(StateInstruction[]::new));

        ChangeResult dry = hub.callAsAdmin(() -> changes.dryRun(project, request));
        assertThat(state(CHECKOUT)).isEqualTo(before);
        ChangeResult done = hub.callAsAdmin(() -> changes.apply(project, request));

        assertThat(done).isEqualTo(dry);
        assertThat(details(state(CHECKOUT))).isEqualTo(settings);
    }

    @Test
    void theInverseTakesAChangeBackWithTheIdsOfItsRules() {
        apply(new AddRule(CHECKOUT, rule("One"), null), new AddRule(CHECKOUT, rule("Two"), null));
        FlagStateDetails before = details(state(CHECKOUT));
        RandomInstructions random = new RandomInstructions(11, CHECKOUT);
        List<StateInstruction> instructions = new ArrayList<>();
        FlagStateDetails settings = before;
        for (int i = 0; i < 20; i++) {
            StateInstruction next = random.next(settings);
            instructions.add(next);
            settings = next.apply(settings);
        }

        ChangeResult done = apply(instructions.toArray(StateInstruction[]::new));
        assertThat(details(state(CHECKOUT))).isEqualTo(settings).isNotEqualTo(before);
        takeBack(done);

        assertThat(details(state(CHECKOUT))).isEqualTo(before);
    }

    @Test
    void twoPeopleWhoChangeDifferentThingsBothWin() {
        apply(
                new AddRule(CHECKOUT, rule("One").withId("one"), null),
                new AddRule(CHECKOUT, rule("Two").withId("two"), null));
        long base = state(CHECKOUT).revision();

        apply(new SetRollout(CHECKOUT, "one", new RolloutDefinition(2500, "default", "")));
        since(base, new MoveRule(CHECKOUT, "two", "one"));

        assertThat(state(CHECKOUT).rules()).extracting(RuleDefinition::id).containsExactly("two", "one");
        assertThat(state(CHECKOUT).rules().get(1).rollout().basisPoints()).isEqualTo(2500);
    }

    @Test
    void whoWouldOverwriteTheOthersIsRefusedWithTheField() {
        apply(new AddRule(CHECKOUT, rule("One").withId("one"), null));
        long base = state(CHECKOUT).revision();
        apply(new SetRollout(CHECKOUT, "one", new RolloutDefinition(2500, "default", "")));

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(
                        () -> since(base, new SetRollout(CHECKOUT, "one", new RolloutDefinition(5000, "default", ""))))
                .satisfies(conflict -> assertThat(conflict.violations())
                        .singleElement()
                        .satisfies(field -> {
                            assertThat(field.field()).isEqualTo("checkout/rules/one/rollout");
                            assertThat(field.message()).contains("10000", "2500", "5000");
                        }));
        assertThat(state(CHECKOUT).rules().get(0).rollout().basisPoints()).isEqualTo(2500);
    }

    @Test
    void aBaseThatThereIsNotYetIsInvalid() {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> since(1_000_000_000L, new Switch(CHECKOUT, true)));
    }

    @Test
    void whatChangesNothingRaisesNoRevision() {
        long before = state(CHECKOUT).revision();

        ChangeResult result = apply(new Switch(CHECKOUT, false));

        assertThat(revisionOf(result)).isEqualTo(before);
        assertThat(result.effects()).isEmpty();
        assertThat(result.inverse()).isEmpty();
        assertThat(audited()).isZero();
    }

    @Test
    void aDryRunTellsWhoWouldMove() {
        apply(
                new Switch(CHECKOUT, true),
                new AddRule(CHECKOUT, rule("Half").withId("half"), null),
                new SetFallthrough(CHECKOUT, new OutcomeDefinition.Serve("off")),
                new SetRollout(CHECKOUT, "half", new RolloutDefinition(5000, "default", "")));
        ChangeRequest request = new ChangeRequest(
                ChangeStep.in(
                        PRODUCTION,
                        List.of(new SetRollout(CHECKOUT, "half", new RolloutDefinition(7500, "default", "")))),
                ChangeBase.NONE,
                ChangeNote.NONE,
                IntStream.range(0, 1_000)
                        .mapToObj(subject -> EvaluationContext.of("subject-" + subject))
                        .toList());

        ChangeResult dry = hub.callAsAdmin(() -> changes.dryRun(project, request));

        assertThat(dry.movements()).singleElement().satisfies(movement -> {
            assertThat(movement.movements()).singleElement().satisfies(share -> assertThat(
                            share.share().orElseThrow().value())
                    .isEqualTo(0.25));
            assertThat(movement.contexts().orElseThrow()).isBetween(200, 300);
        });
        assertThat(hub.callAsAdmin(() -> changes.apply(project, request))).isEqualTo(dry);
    }

    @Test
    void aViewerChangesNothing() {
        Actor viewer = new Actor("viewer@example.org", Rights.of(BuiltInRole.VIEWER), Actor.Kind.USER);

        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(
                        () -> hub.callAs(viewer, () -> changes.apply(project, request(new Switch(CHECKOUT, true)))));
        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(
                        () -> hub.callAs(viewer, () -> changes.dryRun(project, request(new Switch(CHECKOUT, true)))));
    }

    @Test
    void aRuleThatIsSentBackWithoutItsIdKeepsIt() {
        apply(new AddRule(CHECKOUT, rule("One").withId("one"), null));
        FlagStateView seen = state(CHECKOUT);
        FlagStateDetails withoutIds = new FlagStateDetails(
                seen.enabled(),
                seen.offVariant(),
                seen.fallthrough(),
                seen.rules().stream().map(rule -> rule.withId("")).toList());

        hub.callAsAdmin(() -> stateChanges.update(address(CHECKOUT), withoutIds, ExpectedVersion.any()));

        assertThat(state(CHECKOUT)).isEqualTo(seen);
    }

    @Test
    void aVariantIsAddedAndServedInOneChange() {
        FlagKey text = new FlagKey("text");
        hub.callAsAdmin(() -> hub.get(FlagChanges.class)
                .create(project, new NewFlag(text, CommandFixtures.textDetails("one", "two"))));
        long before = state(text).revision();

        ChangeResult result = apply(
                new AddVariant(text, new VariantInput("three", "\"three\"", ""), "two"),
                new SetFallthrough(text, new OutcomeDefinition.Serve("three")));

        assertThat(revisionOf(result)).isEqualTo(before + 1);
        assertThat(state(text).fallthrough()).isEqualTo(new OutcomeDefinition.Serve("three"));
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new RemoveVariant(text, "three")))
                .withMessageContaining("three");
        takeBack(result);
        assertThat(flag(text).variants()).extracting(FlagVariant::key).containsExactly("one", "two");
    }

    @Test
    void aVariantHasAValueOfItsOwnInOneEnvironment() {
        create("api", CommandFixtures.details(ValueType.STRING, new VariantInput("url", "\"prod\"", "")));
        FlagKey api = new FlagKey("api");

        ChangeResult result = apply(new SetValue(api, "url", "\"dev\""));

        assertThat(result.sentences())
                .containsExactly("Set the value of the variant \"url\" of \"api\" to \"dev\" in production");
        assertThat(valuesIn(PRODUCTION)).containsExactly("url: \"dev\"");
        assertThat(valuesIn(new EnvironmentKey("staging"))).containsExactly("url: \"prod\"");
        assertThat(flag(api).variants())
                .extracting(variant -> variant.value().json())
                .containsExactly("\"prod\"");
        long revision = state(api).revision();
        assertThat(hub.callAsAdmin(
                        () -> hub.get(History.class).valuesAt(project, PRODUCTION, List.of(api, CHECKOUT), revision)))
                .isEqualTo(Map.of(api, VariantValues.NONE.with("url", "\"dev\"")));
        takeBack(result);
        assertThat(valuesIn(PRODUCTION)).containsExactly("url: \"prod\"");
        assertThat(state(api).values()).isEqualTo(VariantValues.NONE);
    }

    @Test
    void aValueOfItsOwnIsOfTheFlagsTypeAndOfAVariantThatThereIs() {
        create("limit", CommandFixtures.details(ValueType.NUMBER, new VariantInput("most", "10", "")));
        FlagKey limit = new FlagKey("limit");

        apply(new SetValue(limit, "most", "5"));

        assertThat(state(limit).values()).isEqualTo(VariantValues.NONE.with("most", "5.0"));
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> apply(new SetValue(limit, "most", "\"many\"")))
                .withMessageStartingWith("values: ");
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> apply(new SetValue(limit, "least", "1")))
                .withMessage("values: there is no variant \"least\" that could have a value of its own");
    }

    @Test
    void aVariantWithAValueOfItsOwnIsRemovedOnlyWithThatValue() {
        create("text", CommandFixtures.textDetails("one", "two"));
        FlagKey text = new FlagKey("text");
        apply(new SetValue(text, "two", "\"zwei\""));

        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> apply(new RemoveVariant(text, "two")))
                .withMessageContaining("production")
                .withMessageContaining("\"two\"");
        ChangeResult removed = apply(new RemoveVariant(text, "two"), new ResetValue(text, "two"));
        assertThat(valuesIn(PRODUCTION)).containsExactly("one: \"one\"");

        takeBack(removed);

        assertThat(valuesIn(PRODUCTION)).containsExactly("one: \"one\"", "two: \"zwei\"");
    }

    private void create(String key, FlagDetails details) {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, new NewFlag(new FlagKey(key), details)));
    }

    /** The values that an environment's snapshot has, of the flags that are not boolean. */
    private List<String> valuesIn(EnvironmentKey environment) {
        return hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, environment)).flags().stream()
                .filter(flag -> flag.type() != ValueType.BOOLEAN)
                .flatMap(flag -> flag.variants().stream())
                .map(variant -> variant.key() + ": " + variant.value().json())
                .toList();
    }

    @Test
    void aNameRaisesTheProjectsRevisionAlone() {
        long environment = state(CHECKOUT).revision();

        ChangeResult result = apply(new SetText(CHECKOUT, SetText.Text.NAME, "Check-out"));

        assertThat(revisionOf(result)).isEqualTo(environment);
        assertThat(flag(CHECKOUT).name()).isEqualTo("Check-out");
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> hub.callAsAdmin(() -> changes.apply(
                        project,
                        sinceProject(result.projectRevision() - 1, new SetText(CHECKOUT, SetText.Text.NAME, "Pay")))))
                .satisfies(conflict -> assertThat(conflict.violations())
                        .singleElement()
                        .satisfies(field -> assertThat(field.field()).isEqualTo("checkout/name")));
        hub.callAsAdmin(() -> changes.apply(
                project, sinceProject(result.projectRevision() - 1, new SetTags(CHECKOUT, List.of("money")))));
        assertThat(flag(CHECKOUT).tags()).containsExactly("money");
    }

    @Test
    void aPrerequisiteThatMakesACircleIsRefused() {
        apply(new AddPrerequisite(CHECKOUT, new PrerequisiteDefinition("search", List.of()), null));

        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() ->
                        apply(new AddPrerequisite(SEARCH, new PrerequisiteDefinition("checkout", List.of()), null)));
        assertThat(flag(SEARCH).prerequisites()).isEmpty();
    }

    @Test
    void whateverWasChangedSinceTheLatestChangeIsAConflict() {
        long latest = hub.callAsAdmin(() -> hub.get(History.class).latestChange(project));
        ChangeBase base = ChangeBase.NONE.withLatestChange(ExpectedVersion.of(latest));
        ChangeRequest first =
                new ChangeRequest(request(new Switch(SEARCH, true)).steps(), base, ChangeNote.NONE);
        ChangeRequest second =
                new ChangeRequest(request(new Switch(CHECKOUT, true)).steps(), base, ChangeNote.NONE);

        hub.callAsAdmin(() -> changes.apply(project, first));

        assertThatExceptionOfType(DomainException.Stale.class)
                .isThrownBy(() -> hub.callAsAdmin(() -> changes.apply(project, second)));
        assertThat(hub.<Long>callAsAdmin(() -> hub.get(History.class).latestChange(project)))
                .isGreaterThan(latest);
    }

    @Test
    void settingsNeedAnEnvironment() {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> ChangeStep.of(List.of(new Switch(CHECKOUT, true))));
    }

    private static ChangeRequest sinceProject(long base, Instruction instruction) {
        return new ChangeRequest(
                ChangeStep.of(List.of(instruction)), new ChangeBase(Map.of(), OptionalLong.of(base)), ChangeNote.NONE);
    }

    private static long revisionOf(ChangeResult result) {
        return result.revisions().getOrDefault(PRODUCTION, 0L);
    }

    private void takeBack(ChangeResult done) {
        hub.callAsAdmin(
                () -> changes.apply(project, new ChangeRequest(done.inverse(), ChangeBase.NONE, ChangeNote.NONE)));
    }

    private FlagView flag(FlagKey key) {
        return hub.callAsAdmin(() -> hub.get(Flags.class).get(project, key));
    }

    private ChangeResult apply(Instruction... instructions) {
        return hub.callAsAdmin(() -> changes.apply(project, request(instructions)));
    }

    private ChangeResult since(long base, Instruction... instructions) {
        return hub.callAsAdmin(() -> changes.apply(
                project,
                new ChangeRequest(
                        ChangeStep.in(PRODUCTION, List.of(instructions)),
                        new ChangeBase(Map.of(PRODUCTION, base), OptionalLong.empty()),
                        ChangeNote.NONE)));
    }

    private static ChangeRequest request(Instruction... instructions) {
        return new ChangeRequest(ChangeStep.in(PRODUCTION, List.of(instructions)), ChangeBase.NONE, ChangeNote.NONE);
    }

    private FlagStateView state(FlagKey flag) {
        return hub.callAsAdmin(() -> states.get(address(flag)));
    }

    private FlagAddress address(FlagKey flag) {
        return new FlagAddress(project, flag, PRODUCTION);
    }

    private long audited() {
        return Long.parseLong(hub.query("select count(*) from audit_entry where resource = 'flag state' and project = '"
                        + project + "'")
                .get(0));
    }

    private static FlagStateDetails details(FlagStateView view) {
        return view.details();
    }

    private static RuleDefinition rule(String name) {
        return RuleDefinition.of(name, ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("on"));
    }
}
