package dev.jackstaff.domain.imports.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagStates;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.imports.ImportBatch;
import dev.jackstaff.domain.imports.ImportOutcome;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import dev.jackstaff.domain.segment.boundary.Segments;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Imports into one environment after another: none changes what another environment answers. */
class ImportIntoSecondEnvironmentIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final EnvironmentKey DEVELOPMENT = new EnvironmentKey("development");
    private static final FlagKey API = new FlagKey("api");
    private static final ConditionDefinition SWEDES = Comparison.of("country", Operator.IN, "SE");
    private static final ConditionDefinition NORWEGIANS = Comparison.of("country", Operator.IN, "NO");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();

    @Test
    void anotherPayloadOfAVariantBecomesAValueOfItsOwn() {
        apply(PRODUCTION, serving("api", "url", "prod.example.org"));

        ImportResult result =
                apply(DEVELOPMENT, serving("api", "url", "dev.example.org")).flag(API);

        assertThat(served(PRODUCTION)).isEqualTo("url: \"prod.example.org\"");
        assertThat(served(DEVELOPMENT)).isEqualTo("url: \"dev.example.org\"");
        assertThat(result).isEqualTo(ImportResult.of(ImportOutcome.UPDATED));
    }

    @Test
    void theSameImportsAgainChangeNothing() {
        apply(PRODUCTION, serving("api", "url", "prod.example.org"));
        apply(DEVELOPMENT, serving("api", "url", "dev.example.org"));
        String before = served(PRODUCTION) + served(DEVELOPMENT);

        ImportReport production = apply(PRODUCTION, serving("api", "url", "prod.example.org"));
        ImportReport development = apply(DEVELOPMENT, serving("api", "url", "dev.example.org"));

        assertThat(List.of(production.flag(API).outcome(), development.flag(API).outcome()))
                .containsOnly(ImportOutcome.UNCHANGED);
        assertThat(served(PRODUCTION) + served(DEVELOPMENT)).isEqualTo(before);
    }

    @Test
    void aPayloadThatNoOtherEnvironmentServesIsReplaced() {
        apply(PRODUCTION, serving("api", "url", "prod.example.org"));
        apply(DEVELOPMENT, serving("api", "url", "dev.example.org"));

        apply(PRODUCTION, serving("api", "url", "new.example.org"));
        apply(DEVELOPMENT, serving("api", "url", "newer.example.org"));

        assertThat(served(PRODUCTION)).isEqualTo("url: \"new.example.org\"");
        assertThat(served(DEVELOPMENT)).isEqualTo("url: \"newer.example.org\"");
        assertThat(flag(API).variants())
                .singleElement()
                .satisfies(shared -> assertThat(shared.value().json()).isEqualTo("\"new.example.org\""));
    }

    @Test
    void thePayloadThatAllShareIsNoValueOfItsOwn() {
        apply(PRODUCTION, serving("api", "url", "prod.example.org"));
        apply(DEVELOPMENT, serving("api", "url", "dev.example.org"));

        apply(DEVELOPMENT, serving("api", "url", "prod.example.org"));

        assertThat(state(DEVELOPMENT).values()).isEqualTo(VariantValues.NONE);
    }

    @Test
    void aVariantThatIsServedElsewhereWithAValueOfItsOwnStays() {
        apply(PRODUCTION, serving("api", "url", "prod.example.org"));
        apply(DEVELOPMENT, serving("api", "url", "dev.example.org"));

        apply(PRODUCTION, serving("api", "address", "prod.example.org"));

        assertThat(served(PRODUCTION)).isEqualTo("address: \"prod.example.org\"");
        assertThat(served(DEVELOPMENT)).isEqualTo("url: \"dev.example.org\"");
    }

    @Test
    void aFlagOfAnotherTypeIsRefusedAloneWithTheFlagsThatRequireIt() {
        ImportedFlag bool = new ImportedFlag(API, CommandFixtures.booleanDetails(), CommandFixtures.serving("on"));
        apply(PRODUCTION, bool);
        ImportedFlag child = new ImportedFlag(
                new FlagKey("child"),
                CommandFixtures.booleanDetails(new PrerequisiteDefinition("api", List.of("url"))),
                CommandFixtures.serving("on"));

        ImportReport report = apply(
                DEVELOPMENT,
                serving("api", "url", "dev.example.org"),
                child,
                serving("other", "url", "dev.example.org"));

        assertThat(report.flags().values())
                .extracting(ImportResult::outcome)
                .containsExactly(ImportOutcome.REFUSED, ImportOutcome.REFUSED, ImportOutcome.CREATED);
        assertThat(report.flag(API).notes())
                .containsExactly("It stays as it was: flag \"api\" is of type boolean, "
                        + "and the type of a flag cannot be changed.");
        assertThat(report.flag(new FlagKey("child")).notes())
                .containsExactly("It is left out: prerequisites: flag \"api\" has no variant \"url\".");
        assertThat(served(PRODUCTION)).isEqualTo("on: true");
    }

    @Test
    void anArchivedFlagIsRefusedAlone() {
        apply(PRODUCTION, serving("api", "url", "prod.example.org"));
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).archive(project, API, ExpectedVersion.any()));

        ImportReport report = apply(PRODUCTION, serving("api", "url", "prod.example.org"), serving("other", "a", "b"));

        assertThat(report.flag(API).notes()).containsExactly("It stays as it was: flag \"api\" is archived.");
        assertThat(report.flag(new FlagKey("other")).outcome()).isEqualTo(ImportOutcome.CREATED);
    }

    @Test
    void aSegmentThatDecidesElsewhereKeepsItsCondition() {
        NewSegment before = CommandFixtures.aSegment("team", SWEDES);
        NewSegment after = CommandFixtures.aSegment("team", NORWEGIANS);
        apply(PRODUCTION, new ImportBatch(List.of(before), List.of(forSegment("team"))));

        ImportReport report = apply(DEVELOPMENT, new ImportBatch(List.of(after), List.of(forSegment("team"))));
        ImportReport again = apply(DEVELOPMENT, new ImportBatch(List.of(after), List.of(forSegment("team"))));

        assertThat(report.segment(new SegmentKey("team")).notes())
                .containsExactly("Environment \"production\" uses another segment \"team\"; "
                        + "the imported one becomes \"team-2\".");
        assertThat(decidingCondition(PRODUCTION)).isEqualTo(SWEDES);
        assertThat(decidingCondition(DEVELOPMENT)).isEqualTo(NORWEGIANS);
        assertThat(again.segment(new SegmentKey("team")).outcome()).isEqualTo(ImportOutcome.UNCHANGED);
        assertThat(again.flag(API).outcome()).isEqualTo(ImportOutcome.UNCHANGED);
    }

    @Test
    void aSegmentInsideOneThatDecidesElsewhereKeepsItsConditionToo() {
        NewSegment outer = CommandFixtures.aSegment("team", new ConditionDefinition.InSegment("inner"));
        apply(
                PRODUCTION,
                new ImportBatch(
                        List.of(outer, CommandFixtures.aSegment("inner", SWEDES)), List.of(forSegment("team"))));

        apply(
                DEVELOPMENT,
                new ImportBatch(List.of(CommandFixtures.aSegment("inner", NORWEGIANS)), List.of(forSegment("inner"))));

        assertThat(condition("inner")).isEqualTo(SWEDES);
        assertThat(decidingCondition(DEVELOPMENT)).isEqualTo(NORWEGIANS);
    }

    @Test
    void aSegmentThatOnlyThisEnvironmentUsesIsReplaced() {
        apply(
                PRODUCTION,
                new ImportBatch(List.of(CommandFixtures.aSegment("team", SWEDES)), List.of(forSegment("team"))));

        apply(
                PRODUCTION,
                new ImportBatch(List.of(CommandFixtures.aSegment("team", NORWEGIANS)), List.of(forSegment("team"))));

        assertThat(decidingCondition(PRODUCTION)).isEqualTo(NORWEGIANS);
        assertThat(condition("team")).isEqualTo(NORWEGIANS);
    }

    @Test
    void aRefusedSegmentRefusesTheFlagsThatUseItAndNoOthers() {
        NewSegment invalid = CommandFixtures.aSegment("team", new ConditionDefinition.InSegment("nowhere"));

        ImportReport report = apply(
                PRODUCTION, new ImportBatch(List.of(invalid), List.of(forSegment("team"), serving("other", "a", "b"))));

        assertThat(report.segment(new SegmentKey("team")).outcome()).isEqualTo(ImportOutcome.REFUSED);
        assertThat(report.flag(API).notes())
                .containsExactly("It is left out: its segment \"team\" is refused: "
                        + "condition: there is no segment \"nowhere\".");
        assertThat(report.flag(new FlagKey("other")).outcome()).isEqualTo(ImportOutcome.CREATED);
    }

    @Test
    void otherPrerequisitesThanAnotherEnvironmentUsesAreRefused() {
        ImportedFlag parent = new ImportedFlag(
                new FlagKey("parent"), CommandFixtures.booleanDetails(), CommandFixtures.serving("on"));
        ImportedFlag free = new ImportedFlag(API, CommandFixtures.booleanDetails(), CommandFixtures.serving("on"));
        ImportedFlag bound = new ImportedFlag(
                API,
                CommandFixtures.booleanDetails(new PrerequisiteDefinition("parent", List.of("on"))),
                CommandFixtures.serving("on"));
        apply(PRODUCTION, parent, free);

        ImportReport report = apply(DEVELOPMENT, parent, bound);

        assertThat(report.flag(API).notes())
                .singleElement()
                .asString()
                .startsWith(
                        "It stays as it was: its prerequisites differ from those that environment \"production\" uses");
        assertThat(flag(API).prerequisites()).isEmpty();
    }

    @Test
    void aPrerequisiteHoldsWithAPayloadOfItsOwnToo() {
        ImportedFlag child = new ImportedFlag(
                new FlagKey("child"),
                CommandFixtures.booleanDetails(new PrerequisiteDefinition("api", List.of("url"))),
                CommandFixtures.serving("on"));
        apply(PRODUCTION, serving("api", "url", "prod.example.org"), child);

        ImportReport report = apply(DEVELOPMENT, child, serving("api", "url", "dev.example.org"));
        ImportReport again = apply(DEVELOPMENT, child, serving("api", "url", "dev.example.org"));

        assertThat(report.flags().values()).extracting(ImportResult::outcome).containsOnly(ImportOutcome.UPDATED);
        assertThat(flag(new FlagKey("child")).prerequisites())
                .containsExactly(new PrerequisiteDefinition("api", List.of("url")));
        assertThat(again.flags().values()).extracting(ImportResult::outcome).containsOnly(ImportOutcome.UNCHANGED);
    }

    @Test
    void whatPeopleWroteStaysAndWhatChangesForAllIsNamed() {
        apply(PRODUCTION, serving("api", "url", "prod.example.org"));
        FlagDetails edited = new FlagDetails(
                "The API",
                "where it is",
                ValueType.STRING,
                FlagKind.OPERATIONAL,
                "",
                List.of("team-a"),
                false,
                List.of(new VariantInput("url", "\"prod.example.org\"", "the address")),
                List.of());
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).update(project, API, edited, ExpectedVersion.any()));

        ImportReport report = apply(DEVELOPMENT, serving("api", "url", "prod.example.org"));

        FlagView flag = flag(API);
        assertThat(flag.name()).isEqualTo("The API");
        assertThat(flag.description()).isEqualTo("where it is");
        assertThat(flag.tags()).containsExactly("team-a");
        assertThat(flag.variants()).extracting(variant -> variant.description()).containsExactly("the address");
        assertThat(report.flag(API).notes())
                .containsExactly("Changed for all environments, because they share it: kind.");
    }

    @Test
    void theMarkOfAStaleFlagIsTaken() {
        ImportedFlag active = serving("api", "url", "a");
        FlagDetails details = active.details();
        ImportedFlag stale =
                new ImportedFlag(API, details.withTraits(details.traits().withStale(true)), active.state());
        apply(PRODUCTION, active);

        ImportReport report = apply(DEVELOPMENT, stale);

        assertThat(flag(API).traits().stale()).isTrue();
        assertThat(report.flag(API).notes())
                .containsExactly("Changed for all environments, because they share it: stale.");
        apply(DEVELOPMENT, active);
        assertThat(flag(API).traits().stale()).isFalse();
    }

    @Test
    void flagsThatTheBatchDoesNotHaveAreNamed() {
        apply(PRODUCTION, serving("api", "url", "a"), serving("gone", "url", "a"));

        ImportReport report = apply(PRODUCTION, serving("api", "url", "a"));

        assertThat(report.otherFlags()).containsExactly(new FlagKey("gone"));
    }

    private static ImportedFlag serving(String key, String variant, String value) {
        return new ImportedFlag(
                new FlagKey(key),
                CommandFixtures.details(ValueType.STRING, new VariantInput(variant, "\"" + value + "\"", "")),
                CommandFixtures.serving(variant));
    }

    private static ImportedFlag forSegment(String segment) {
        return new ImportedFlag(
                API,
                CommandFixtures.booleanDetails(),
                CommandFixtures.serving("off", CommandFixtures.ruleFor(segment, "on")));
    }

    private ImportReport apply(EnvironmentKey environment, ImportedFlag... flags) {
        return apply(environment, new ImportBatch(List.of(), List.of(flags)));
    }

    private ImportReport apply(EnvironmentKey environment, ImportBatch batch) {
        return hub.callAsAdmin(() -> hub.get(Imports.class).apply(project, environment, batch));
    }

    private FlagView flag(FlagKey key) {
        return hub.callAsAdmin(() -> hub.get(Flags.class).get(project, key));
    }

    /** The variant that an environment serves, with its value. */
    private String served(EnvironmentKey environment) {
        FlagStateView state = state(environment);
        Serve serve = (Serve) state.fallthrough();
        return state.variants(flag(API)).stream()
                .filter(variant -> variant.key().equals(serve.variant()))
                .map(variant -> variant.key() + ": " + variant.value().json())
                .collect(Collectors.joining());
    }

    private FlagStateView state(EnvironmentKey environment) {
        return hub.callAsAdmin(() -> hub.get(FlagStates.class).get(new FlagAddress(project, API, environment)));
    }

    private ConditionDefinition decidingCondition(EnvironmentKey environment) {
        ConditionDefinition.InSegment in = (ConditionDefinition.InSegment)
                state(environment).rules().get(0).condition();
        return condition(in.segment());
    }

    private ConditionDefinition condition(String segment) {
        return hub.callAsAdmin(() -> hub.get(Segments.class).get(project, new SegmentKey(segment)))
                .condition();
    }
}
