package dev.jackstaff.domain.usage.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.domain.usage.FlagUsageView;
import dev.jackstaff.domain.usage.ProjectUsageView;
import dev.jackstaff.domain.usage.UnknownFlagView;
import dev.jackstaff.domain.usage.UsageQuery;
import dev.jackstaff.domain.usage.UsageQuery.Interval;
import dev.jackstaff.engine.usage.EvaluationCount;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.grid.GridNames;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageIT {
    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private static final FlagKey CHECKOUT = new FlagKey("checkout");

    private final DomainContainer hub = DomainContainer.shared();
    private final UsageRecorder recorder = hub.get(UsageRecorder.class);
    private final UsageStatistics usage = hub.get(UsageStatistics.class);
    private final ProjectKey project = hub.createProject();
    private final String edge = "edge-of-" + project;

    @BeforeEach
    void aProjectWithAFlag() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
    }

    @Test
    void batchesAddUpAndNoneCountsTwice() {
        UsageBatch first = batch(1, entry("production", true, "on", hour, 3));

        assertThat(record(first)).isTrue();
        assertThat(record(first)).isFalse();
        assertThat(record(batch(2, entry("production", true, "on", hour, 4)))).isTrue();

        assertThat(ofFlag(Interval.HOUR).items())
                .containsExactly(new FlagUsageView.Item(hour, "production", "shop", "", true, "on", 7));
    }

    @Test
    void sumsStopAtTheirLimitAndCostNoOtherFlagAnything() throws SQLException {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("other")));
        record(batch(1, entry("production", true, "on", hour, EvaluationCount.MAX)));
        execute("update flag_usage set evaluations = " + (EvaluationCount.MAX_SUM - 1) + " where flag_id in"
                + " (select f.id from flag f join project p on p.id = f.project_id where p.key = '" + project + "')");

        record(batch(
                2,
                entry("production", true, "on", hour, EvaluationCount.MAX),
                new UsageEntry(project + "/production", "shop", "", "other", true, "on", hour, 4)));

        assertThat(ofFlag(Interval.HOUR).items())
                .extracting(FlagUsageView.Item::evaluations)
                .containsExactly(EvaluationCount.MAX_SUM);
        assertThat(hub.callAsAdmin(() ->
                                usage.ofFlag(project, new FlagKey("other"), query(Interval.HOUR, Optional.empty())))
                        .items())
                .extracting(FlagUsageView.Item::evaluations)
                .containsExactly(4L);
    }

    @Test
    void whatDiffersIsCountedApartAndDaysAreSumsOfHours() {
        Instant day = hour.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(2));
        record(batch(
                1,
                entry("production", true, "on", day, 1),
                entry("production", true, "on", day.plus(Duration.ofHours(5)), 2),
                entry("production", false, "off", day, 4),
                entry("staging", true, "on", day, 8)));

        assertThat(ofFlag(Interval.DAY).items())
                .extracting(FlagUsageView.Item::at, FlagUsageView.Item::environment, FlagUsageView.Item::evaluations)
                .containsExactly(tuple(day, "production", 4L), tuple(day, "production", 3L), tuple(day, "staging", 8L));
        assertThat(ofFlag(Interval.HOUR).items()).hasSize(4);
        assertThat(ofFlag(Interval.HOUR).lastSeenAt()).contains(day.plus(Duration.ofHours(5)));
    }

    @Test
    void aProjectKnowsWhenEachFlagWasSeenLast() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("idle")));
        record(batch(1, entry("production", true, "on", hour, 3)));

        ProjectUsageView view = hub.callAsAdmin(() -> usage.ofProject(project, query(Interval.HOUR, Optional.empty())));

        assertThat(view.flags()).containsExactly(new ProjectUsageView.LastSeen("checkout", hour));
        assertThat(view.items()).containsExactly(new ProjectUsageView.Item(hour, "production", "checkout", true, 3));
        assertThat(view.complete()).isTrue();
    }

    @Test
    void sdksAreCountedApart() {
        record(batch(
                1,
                new UsageEntry(project + "/production", "shop", "sdk/1", "checkout", true, "on", hour, 2),
                new UsageEntry(project + "/production", "shop", "sdk/2", "checkout", true, "on", hour, 3)));

        assertThat(ofFlag(Interval.HOUR).items())
                .extracting(FlagUsageView.Item::sdk, FlagUsageView.Item::evaluations)
                .containsExactly(tuple("sdk/1", 2L), tuple("sdk/2", 3L));
    }

    @Test
    void oneEnvironmentCanBeAskedFor() {
        record(batch(1, entry("production", true, "on", hour, 3), entry("staging", true, "on", hour, 5)));

        FlagUsageView view = hub.callAsAdmin(() ->
                usage.ofFlag(project, CHECKOUT, query(Interval.HOUR, Optional.of(new EnvironmentKey("staging")))));

        assertThat(view.items()).singleElement().satisfies(item -> assertThat(item.evaluations())
                .isEqualTo(5));
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        UsageBatch batch = batch(
                1,
                entry("production", true, "on", hour, 3),
                entry("nowhere", true, "on", hour, 5),
                new UsageEntry(project + "/production", "", "", "unknown", true, "", hour, 9),
                entry("production", true, "on", hour.minus(Duration.ofDays(100)), 9));

        assertThat(recorder.record(batch)).isTrue();

        assertThat(ofFlag(Interval.HOUR).items())
                .containsExactly(new FlagUsageView.Item(hour, "production", "shop", "", true, "on", 3));
    }

    @Test
    void namesThatAreNoFlagsAreKeptApartUntilTheyAreOne() {
        record(batch(1, unknown("chekout", "shop", hour.minus(Duration.ofHours(2)), 4)));
        record(batch(2, unknown("chekout", "web", hour, 5), unknown("later", "", hour, 1)));

        assertThat(unknownFlags())
                .containsExactly(
                        new UnknownFlagView(
                                "chekout", "production", "web", "sdk/1", hour.minus(Duration.ofHours(2)), hour, 9),
                        new UnknownFlagView("later", "production", "", "sdk/1", hour, hour, 1));
        assertThat(ofFlag(Interval.HOUR).items()).isEmpty();

        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("later")));
        assertThat(unknownFlags()).extracting(UnknownFlagView::name).containsExactly("chekout");
    }

    @Test
    void namesThatAreNoFlagsAreBounded() {
        for (int sequence = 1; sequence <= 12; sequence++) {
            int first = sequence * 100;
            record(new UsageBatch(
                    edge,
                    sequence,
                    hour,
                    0,
                    IntStream.range(first, first + 100)
                            .mapToObj(i -> unknown("made-up-" + i, "", hour, 1))
                            .toList(),
                    List.of()));
        }
        record(batch(13, unknown("made-up-100", "", hour, 1)));

        assertThat(unknownFlags())
                .hasSize(1_000)
                .filteredOn(flag -> flag.name().equals("made-up-100"))
                .singleElement()
                .extracting(UnknownFlagView::evaluations)
                .isEqualTo(2L);
    }

    private List<UnknownFlagView> unknownFlags() {
        return hub.callAsAdmin(() -> usage.unknownFlags(project, Optional.of(new EnvironmentKey("production"))));
    }

    private UsageEntry unknown(String name, String application, Instant at, long times) {
        return new UsageEntry(project + "/production", application, "sdk/1", name, false, "", at, times);
    }

    @Test
    void anHourThatHasNotBegunCountsAsThisOne() {
        record(batch(1, entry("production", true, "on", hour.plus(Duration.ofDays(400)), 3)));

        assertThat(ofFlag(Interval.HOUR).items()).singleElement().satisfies(item -> assertThat(item.at())
                .isBetween(hour, hour.plus(Duration.ofHours(1))));
    }

    @Test
    void whatIsOldIsRemoved() throws SQLException {
        record(batch(1, entry("production", true, "on", hour, 3)));
        execute("insert into flag_usage select flag_id, environment_id, hour - interval '91 days', enabled, variant,"
                + " application, 1, sdk from flag_usage");
        execute("insert into usage_batch values ('" + edge + "', 99, now() - interval '31 days', 0)");

        hub.get(UsageRecorder.class).removeExpired();

        assertThat(hub.query("select 1 from flag_usage where hour < now() - interval '90 days'"))
                .isEmpty();
        assertThat(hub.query("select sequence from usage_batch where edge = '" + edge + "'"))
                .containsExactly("1");
        assertThat(ofFlag(Interval.HOUR).items()).hasSize(1);
    }

    @Test
    void aBatchInTheGridIsTakenAndAcknowledgedAndAlsoWhenItComesAgain() {
        UsageBatch batch = batch(1, entry("production", true, "on", hour, 3));
        String key = edge + "/1";

        for (int i = 0; i < 2; i++) {
            hub.putSealed(GridNames.USAGE, key, UsageBatchCodec.write(batch));
            await().untilAsserted(() -> assertThat(acknowledgement(key)).isEqualTo("taken"));
            await().untilAsserted(() -> assertThat(pendingBatches()).doesNotContainKey(key));
            acknowledged().remove(key);
        }

        assertThat(ofFlag(Interval.HOUR).items()).singleElement().satisfies(item -> assertThat(item.evaluations())
                .isEqualTo(3));
    }

    @Test
    void whatIsNoBatchIsRefusedInTheGridAndHoldsNobodyUp() {
        hub.putSealed(GridNames.USAGE, edge + "/1", new byte[] {'{'});
        hub.putSealed(
                GridNames.USAGE,
                edge + "/2",
                UsageBatchCodec.write(batch(2, entry("production", true, "on", hour, 3))));

        await().untilAsserted(() -> assertThat(acknowledgement(edge + "/1")).isEqualTo("refused"));
        await().untilAsserted(() -> assertThat(acknowledgement(edge + "/2")).isEqualTo("taken"));
    }

    @Test
    void whileTheTableIsHeldNothingIsAcknowledgedAndAfterwardsEverythingIs() throws SQLException {
        String key = edge + "/1";
        try (Connection other = hub.database().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table usage_batch in exclusive mode");
            hub.putSealed(
                    GridNames.USAGE, key, UsageBatchCodec.write(batch(1, entry("production", true, "on", hour, 3))));
            await().untilAsserted(() -> assertThat(hub.query("select 1 from pg_locks where not granted"))
                    .isNotEmpty());
            assertThat(acknowledged()).doesNotContainKey(key);
            other.rollback();
        }

        await().untilAsserted(() -> assertThat(acknowledgement(key)).isEqualTo("taken"));
    }

    @Test
    void usageIsForThoseWhoSignedIn() {
        assertThatThrownBy(() -> hub.callInRequest(
                        () -> usage.ofFlag(project, CHECKOUT, query(Interval.HOUR, Optional.empty()))))
                .isInstanceOf(DomainException.Unauthenticated.class);
    }

    @Test
    void aTimeThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> new UsageQuery(Optional.empty(), hour.minus(Duration.ofDays(32)), hour, Interval.HOUR))
                .isInstanceOf(DomainException.Invalid.class);
        assertThatThrownBy(() -> new UsageQuery(Optional.empty(), hour, hour, Interval.DAY))
                .isInstanceOf(DomainException.Invalid.class);
    }

    private boolean record(UsageBatch batch) {
        return recorder.record(batch);
    }

    private FlagUsageView ofFlag(Interval by) {
        return hub.callAsAdmin(() -> usage.ofFlag(project, CHECKOUT, query(by, Optional.empty())));
    }

    private UsageQuery query(Interval by, Optional<EnvironmentKey> environment) {
        return new UsageQuery(environment, hour.minus(Duration.ofDays(5)), hour.plus(Duration.ofHours(2)), by);
    }

    private UsageBatch batch(long sequence, UsageEntry... entries) {
        return new UsageBatch(edge, sequence, hour, 0, List.of(entries), List.of());
    }

    private UsageEntry entry(String environment, boolean enabled, String variant, Instant at, long times) {
        return new UsageEntry(project + "/" + environment, "shop", "", "checkout", enabled, variant, at, times);
    }

    private Map<String, byte[]> pendingBatches() {
        return hub.grid().getMap(GridNames.USAGE);
    }

    private String acknowledgement(String key) {
        return hub.inGrid(GridNames.USAGE_ACKNOWLEDGEMENTS, key)
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .orElse("");
    }

    private Map<String, byte[]> acknowledged() {
        return hub.grid().getMap(GridNames.USAGE_ACKNOWLEDGEMENTS);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = hub.database().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
