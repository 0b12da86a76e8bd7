package dev.jackstaff.domain.listing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.change.boundary.KillSwitches;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.PrerequisiteGraph;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.flag.boundary.Prerequisites;
import dev.jackstaff.domain.listing.EnvironmentSummary;
import dev.jackstaff.domain.listing.EnvironmentSummary.Meaning;
import dev.jackstaff.domain.listing.FlagCounts;
import dev.jackstaff.domain.listing.FlagFilter;
import dev.jackstaff.domain.listing.FlagMark;
import dev.jackstaff.domain.listing.FlagSort;
import dev.jackstaff.domain.preference.boundary.Favourites;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlagListingIT {
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final UserView ada = hub.createUser(Role.EDITOR);
    private final FlagListing listing = hub.get(FlagListing.class);

    @BeforeEach
    void threeFlags() {
        create("checkout");
        create("search");
        create("cart", new PrerequisiteDefinition("search", List.of()));
    }

    @Test
    void eachEnvironmentSaysWhatTheFlagMeansThere() {
        assertThat(summary("checkout", PRODUCTION).meaning()).isEqualTo(Meaning.OFF);

        serve("checkout", PRODUCTION, CommandFixtures.serving("on"));
        assertThat(summary("checkout", PRODUCTION)).satisfies(one -> {
            assertThat(one.meaning()).isEqualTo(Meaning.EVERYONE);
            assertThat(one.variant()).isEqualTo("on");
        });

        serve("checkout", PRODUCTION, CommandFixtures.serving("off", share(2_500)));
        assertThat(summary("checkout", PRODUCTION)).satisfies(one -> {
            assertThat(one.meaning()).isEqualTo(Meaning.SHARE);
            assertThat(one.basisPoints()).isEqualTo(2_500);
        });

        serve("checkout", PRODUCTION, CommandFixtures.serving("off", forSweden(), share(2_500)));
        assertThat(summary("checkout", PRODUCTION)).satisfies(one -> {
            assertThat(one.meaning()).isEqualTo(Meaning.RULES);
            assertThat(one.rules()).isEqualTo(2);
        });

        serve("checkout", PRODUCTION, new FlagStateDetails(true, null, split(), List.of()));
        assertThat(summary("checkout", PRODUCTION)).satisfies(one -> {
            assertThat(one.meaning()).isEqualTo(Meaning.SPLIT);
            assertThat(one.split()).hasSize(2);
        });
        assertThat(row("checkout").environments())
                .extracting(one -> one.environment().value())
                .containsExactly("production", "staging", "development");
    }

    @Test
    void aPrerequisiteThatIsOffHoldsAFlagOff() {
        serve("cart", PRODUCTION, CommandFixtures.serving("on"));

        assertThat(summary("cart", PRODUCTION)).satisfies(one -> {
            assertThat(one.meaning()).isEqualTo(Meaning.HELD_OFF);
            assertThat(one.heldBy()).isEqualTo(new FlagKey("search"));
        });

        serve("search", PRODUCTION, CommandFixtures.serving("on"));
        assertThat(summary("cart", PRODUCTION).meaning()).isEqualTo(Meaning.EVERYONE);
    }

    @Test
    void whatIsHeldOffIsFoundThroughOthersAndForVariantsThatNobodyGets() {
        create("basket", new PrerequisiteDefinition("cart", List.of()));
        create("receipt", new PrerequisiteDefinition("checkout", List.of("on")));
        for (String flag : List.of("basket", "cart", "receipt", "checkout")) {
            serve(flag, PRODUCTION, CommandFixtures.serving("on"));
        }
        assertHeldOff("basket", "cart");
        assertThat(summary("basket", PRODUCTION).heldBy()).isEqualTo(new FlagKey("cart"));
        assertThat(keys(FlagFilter.ALL.with(FlagMark.HELD_OFF).in(STAGING, null)))
                .isEmpty();
        assertThat(keys(FlagFilter.ALL.with(FlagMark.HELD_OFF).withText("bask")))
                .containsExactly("basket");

        serve("search", PRODUCTION, CommandFixtures.serving("off", share(100)));
        assertHeldOff();

        serve("search", PRODUCTION, CommandFixtures.serving("off"));
        serve("checkout", PRODUCTION, new FlagStateDetails(true, null, split(), List.of()));
        assertHeldOff("basket", "cart");

        serve("search", PRODUCTION, CommandFixtures.serving("on"));
        serve("checkout", PRODUCTION, CommandFixtures.serving("off"));
        assertHeldOff("receipt");

        serve("receipt", PRODUCTION, new FlagStateDetails(false, null, new OutcomeDefinition.Serve("on"), List.of()));
        assertHeldOff();
    }

    /** The filter, the cells and the graph of each flag agree. */
    private void assertHeldOff(String... flags) {
        assertThat(keys(FlagFilter.ALL.with(FlagMark.HELD_OFF).in(PRODUCTION, null)))
                .containsExactly(flags);
        assertThat(keys(FlagFilter.ALL.with(FlagMark.HELD_OFF))).containsExactly(flags);
        assertThat(keys(FlagFilter.ALL)).allSatisfy(flag -> {
            boolean held = List.of(flags).contains(flag);
            assertThat(summary(flag, PRODUCTION).meaning() == Meaning.HELD_OFF).isEqualTo(held);
            assertThat(isHeldOffInGraph(flag)).isEqualTo(held);
        });
    }

    private boolean isHeldOffInGraph(String flag) {
        PrerequisiteGraph graph = asAda(() -> hub.get(Prerequisites.class).around(project, key(flag), List.of()));
        PrerequisiteGraph.Node node = graph.node(flag).orElseThrow();
        return Objects.requireNonNull(node.states().get(PRODUCTION)).enabled()
                && graph.blocker(node.needs(), PRODUCTION).isPresent();
    }

    @Test
    void aKilledFlagSaysWhenItComesBack() {
        serve("checkout", PRODUCTION, CommandFixtures.serving("on"));
        Instant due = asAda(() -> hub.get(KillSwitches.class)
                        .kill(project, key("checkout"), Duration.ofMinutes(20), ChangeNote.NONE, ExpectedVersion.any()))
                .restoreAt();

        assertThat(summary("checkout", PRODUCTION).meaning()).isEqualTo(Meaning.KILLED);
        assertThat(summary("checkout", PRODUCTION).returnsAt())
                .isCloseTo(due, org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MILLIS));
        assertThat(summary("checkout", STAGING).meaning()).isEqualTo(Meaning.OFF);
        assertThat(keys(FlagFilter.ALL.with(FlagMark.KILLED))).containsExactly("checkout");
    }

    @Test
    void filtersFindWhatMeetsAll() {
        asAda(() -> hub.get(FlagChanges.class)
                .create(
                        project,
                        new NewFlag(
                                key("theme"),
                                CommandFixtures.textDetails("light", "dark")
                                        .withTexts(
                                                "Theme 100%_", "", ada.email().toUpperCase(java.util.Locale.ROOT))
                                        .withLabels(FlagKind.EXPERIMENT, List.of("ui", "shop"), false))));
        serve("checkout", PRODUCTION, CommandFixtures.serving("off", share(100)));
        run(() -> hub.get(Favourites.class).mark(project, key("search")));
        asAda(() -> hub.get(FlagChanges.class).archive(project, key("cart"), ExpectedVersion.any()));

        assertThat(keys(FlagFilter.ALL)).containsExactly("checkout", "search", "theme");
        assertThat(keys(FlagFilter.ALL.withText("100%_"))).containsExactly("theme");
        assertThat(keys(FlagFilter.ALL.withText("SEAR"))).containsExactly("search");
        assertThat(keys(FlagFilter.ALL.in(PRODUCTION, true))).containsExactly("checkout");
        assertThat(keys(FlagFilter.ALL.in(STAGING, true))).isEmpty();
        assertThat(keys(FlagFilter.ALL.in(PRODUCTION, false))).containsExactly("search", "theme");
        assertThat(keys(FlagFilter.ALL.of(ValueType.STRING, null))).containsExactly("theme");
        assertThat(keys(FlagFilter.ALL.of(null, FlagKind.RELEASE))).containsExactly("checkout", "search");
        assertThat(keys(FlagFilter.ALL.labelled("shop", ""))).containsExactly("theme");
        assertThat(keys(FlagFilter.ALL.labelled("sho", ""))).isEmpty();
        assertThat(keys(FlagFilter.ALL.with(FlagMark.MINE))).containsExactly("theme");
        assertThat(keys(FlagFilter.ALL.with(FlagMark.FAVOURITE))).containsExactly("search");
        assertThat(keys(FlagFilter.ALL.with(FlagMark.ROLLING_OUT))).containsExactly("checkout");
        assertThat(keys(FlagFilter.ALL.with(FlagMark.ROLLING_OUT).in(STAGING, null)))
                .isEmpty();
        assertThat(keys(FlagFilter.ALL.with(FlagMark.ARCHIVED))).containsExactly("cart");
        assertThat(keys(FlagFilter.ALL.with(FlagMark.STALE))).isEmpty();
        assertThat(keys(FlagFilter.ALL.changedSince(Instant.now().plusSeconds(60))))
                .isEmpty();
        assertThat(asAda(() -> listing.counts(project))).isEqualTo(new FlagCounts(3, 1, 1, 0, 0, 1));
        assertThat(row("search").favourite()).isTrue();
        assertThat(row("checkout").favourite()).isFalse();
    }

    @Test
    void staleFlagsAreFoundAndCounted() throws SQLException {
        execute("update flag set created_at = now() - interval '400 days' where key = 'search' and project_id = "
                + projectId());

        assertThat(keys(FlagFilter.ALL.with(FlagMark.STALE))).containsExactly("search");
        assertThat(row("search").flag().staleness().reasons()).isNotEmpty();
        assertThat(row("checkout").flag().staleness().reasons()).isEmpty();
        assertThat(asAda(() -> listing.counts(project)).stale()).isEqualTo(1);
    }

    @Test
    void theLastChangeIsThatOfWhoToggledLast() {
        Instant before = row("checkout").changedAt();
        assertThat(row("checkout").changedBy()).isEqualTo(DomainContainer.ADMIN_EMAIL);

        asAda(() -> hub.get(FlagStateChanges.class).toggle(new FlagAddress(project, key("checkout"), STAGING)));

        assertThat(row("checkout").changedBy()).isEqualTo(ada.email());
        assertThat(row("checkout").changedAt()).isAfter(before);
        assertThat(rows(FlagSort.CHANGED)).startsWith("checkout");
        assertThat(row("search").changedBy()).isEqualTo(DomainContainer.ADMIN_EMAIL);
    }

    @Test
    void evaluationsOfTheLastDayAreCountedByTheHour() throws SQLException {
        use("search", 0, 5);
        use("search", 2, 7);
        use("search", 30, 100);
        use("cart", 1, 3);

        FlagRow row = row("search");

        assertThat(row.hourly()).hasSize(24);
        assertThat(row.hourly().get(23)).isEqualTo(5);
        assertThat(row.hourly().get(21)).isEqualTo(7);
        assertThat(row.evaluations()).isEqualTo(12);
        assertThat(rows(FlagSort.EVALUATIONS)).containsExactly("search", "cart", "checkout");
    }

    @Test
    void pagesHaveAnOffsetAndATotal() {
        assertThat(page(FlagFilter.ALL, FlagSort.KEY, 1, 1)).satisfies(page -> {
            assertThat(page.rows()).extracting(row -> row.flag().key().value()).containsExactly("checkout");
            assertThat(page.total()).isEqualTo(3);
        });
        assertThat(page(FlagFilter.ALL, FlagSort.KEY, 9, 5).rows()).isEmpty();
    }

    private void use(String flag, int hoursAgo, int evaluations) throws SQLException {
        execute("insert into flag_usage (flag_id, environment_id, hour, enabled, variant, application, evaluations)"
                + " select f.id, e.id, date_trunc('hour', now()) - interval '" + hoursAgo + " hours', true, 'on', '', "
                + evaluations
                + " from flag f join environment e on e.project_id = f.project_id and e.key = 'production'"
                + " where f.key = '" + flag + "' and f.project_id = " + projectId());
    }

    private String projectId() {
        return "(select id from project where key = '" + project + "')";
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = hub.database().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private void create(String key, PrerequisiteDefinition... prerequisites) {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag(key, prerequisites)));
    }

    private void serve(String flag, EnvironmentKey environment, FlagStateDetails details) {
        hub.callAsAdmin(() -> hub.get(FlagStateChanges.class)
                .update(new FlagAddress(project, key(flag), environment), details, ExpectedVersion.any()));
    }

    private List<String> rows(FlagSort sort) {
        return page(FlagFilter.ALL, sort, 0, 50).rows().stream()
                .map(row -> row.flag().key().value())
                .toList();
    }

    private List<String> keys(FlagFilter filter) {
        return page(filter, FlagSort.KEY, 0, 50).rows().stream()
                .map(row -> row.flag().key().value())
                .toList();
    }

    private EnvironmentSummary summary(String flag, EnvironmentKey environment) {
        return row(flag).environments().stream()
                .filter(one -> one.environment().equals(environment))
                .findFirst()
                .orElseThrow();
    }

    private FlagRow row(String flag) {
        return page(FlagFilter.ALL, FlagSort.KEY, 0, 50).rows().stream()
                .filter(row -> row.flag().key().value().equals(flag))
                .findFirst()
                .orElseThrow();
    }

    private FlagListingPage page(FlagFilter filter, FlagSort sort, int offset, int limit) {
        return asAda(() -> listing.page(project, new FlagListingQuery(filter, sort, offset, limit)));
    }

    private void run(Runnable work) {
        asAda(() -> {
            work.run();
            return true;
        });
    }

    private <T> T asAda(Supplier<T> work) {
        return hub.callAs(ada, work);
    }

    private static FlagKey key(String key) {
        return new FlagKey(key);
    }

    private static OutcomeDefinition split() {
        return new OutcomeDefinition.Split(
                List.of(
                        new OutcomeDefinition.WeightedVariant("on", 3),
                        new OutcomeDefinition.WeightedVariant("off", 7)),
                "default",
                "");
    }

    private static RuleDefinition share(int basisPoints) {
        return new RuleDefinition(
                "",
                "",
                true,
                ConditionDefinition.ALWAYS,
                new RolloutDefinition(basisPoints, "default", ""),
                new OutcomeDefinition.Serve("on"));
    }

    private static RuleDefinition forSweden() {
        return RuleDefinition.of(
                "", ConditionDefinition.Comparison.of("country", Operator.IN, "se"), new OutcomeDefinition.Serve("on"));
    }
}
