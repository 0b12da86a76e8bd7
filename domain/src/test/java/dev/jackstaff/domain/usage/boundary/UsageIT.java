package dev.jackstaff.domain.usage.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.domain.house.Hub;
import dev.jackstaff.domain.house.Sent;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.NewProject;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.domain.snapshot.control.EdgeLetters;
import dev.jackstaff.domain.usage.boundary.UsageQuery.Step;
import dev.jackstaff.domain.usage.control.Retention;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageDocument;
import dev.jackstaff.engine.usage.UsageEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageIT {
    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private static final FlagKey CHECKOUT = new FlagKey("checkout");

    private final Hub hub = Hub.running();
    private final UsageReports reports = hub.get(UsageReports.class);
    private final FlagUsage usage = hub.get(FlagUsage.class);
    private final ProjectKey project = new ProjectKey(Hub.freshKey());
    private final String edge = "edge-of-" + project;

    @BeforeEach
    void aProjectWithAFlag() {
        hub.asAdmin(() -> hub.get(Projects.class).create(new NewProject(project, "", "")));
        hub.asAdmin(() -> hub.get(Flags.class).create(project, Sent.aFlag("checkout")));
    }

    @Test
    void batchesAddUpAndNoneCountsTwice() {
        UsageBatch first = batch(1, entry("production", true, "on", hour, 3));

        assertThat(take(first)).isTrue();
        assertThat(take(first)).isFalse();
        assertThat(take(batch(2, entry("production", true, "on", hour, 4)))).isTrue();

        assertThat(ofFlag(Step.HOUR).items())
                .containsExactly(new FlagUsageView.Item(hour, "production", "shop", true, "on", 7));
    }

    @Test
    void whatDiffersIsCountedApartAndDaysAreSumsOfHours() {
        Instant day = hour.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(2));
        take(batch(
                1,
                entry("production", true, "on", day, 1),
                entry("production", true, "on", day.plus(Duration.ofHours(5)), 2),
                entry("production", false, "off", day, 4),
                entry("staging", true, "on", day, 8)));

        assertThat(ofFlag(Step.DAY).items())
                .extracting(FlagUsageView.Item::at, FlagUsageView.Item::environment, FlagUsageView.Item::evaluations)
                .containsExactly(tuple(day, "production", 4L), tuple(day, "production", 3L), tuple(day, "staging", 8L));
        assertThat(ofFlag(Step.HOUR).items()).hasSize(4);
        assertThat(ofFlag(Step.HOUR).lastSeenAt()).contains(day.plus(Duration.ofHours(5)));
    }

    @Test
    void aProjectKnowsWhenEachFlagWasSeenLast() {
        hub.asAdmin(() -> hub.get(Flags.class).create(project, Sent.aFlag("idle")));
        take(batch(1, entry("production", true, "on", hour, 3)));

        ProjectUsageView view = hub.asAdmin(() -> usage.ofProject(project, query(Step.HOUR, Optional.empty())));

        assertThat(view.flags()).containsExactly(new ProjectUsageView.Seen("checkout", hour));
        assertThat(view.items()).containsExactly(new ProjectUsageView.Item(hour, "production", "checkout", true, 3));
        assertThat(view.complete()).isTrue();
    }

    @Test
    void oneEnvironmentCanBeAskedFor() {
        take(batch(1, entry("production", true, "on", hour, 3), entry("staging", true, "on", hour, 5)));

        FlagUsageView view = hub.asAdmin(
                () -> usage.ofFlag(project, CHECKOUT, query(Step.HOUR, Optional.of(new EnvironmentKey("staging")))));

        assertThat(view.items()).singleElement().satisfies(item -> assertThat(item.evaluations())
                .isEqualTo(5));
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        UsageBatch batch = batch(
                1,
                entry("production", true, "on", hour, 3),
                entry("nowhere", true, "on", hour, 5),
                new UsageEntry(project + "/production", "", "unknown", true, "", hour, 9),
                entry("production", true, "on", hour.minus(Duration.ofDays(100)), 9));

        assertThat(reports.take(batch)).isTrue();

        assertThat(ofFlag(Step.HOUR).items())
                .containsExactly(new FlagUsageView.Item(hour, "production", "shop", true, "on", 3));
    }

    @Test
    void anHourThatHasNotBegunCountsAsThisOne() {
        take(batch(1, entry("production", true, "on", hour.plus(Duration.ofDays(400)), 3)));

        assertThat(ofFlag(Step.HOUR).items()).singleElement().satisfies(item -> assertThat(item.at())
                .isBetween(hour, hour.plus(Duration.ofHours(1))));
    }

    @Test
    void whatIsOldIsRemoved() throws SQLException {
        take(batch(1, entry("production", true, "on", hour, 3)));
        execute("insert into flag_usage select flag_id, environment_id, hour - interval '91 days', enabled, variant,"
                + " application, 1 from flag_usage");
        execute("insert into usage_batch values ('" + edge + "', 99, now() - interval '31 days', 0)");

        hub.get(Retention.class).sweep();

        assertThat(hub.query("select 1 from flag_usage where hour < now() - interval '90 days'"))
                .isEmpty();
        assertThat(hub.query("select sequence from usage_batch where edge = '" + edge + "'"))
                .containsExactly("1");
        assertThat(ofFlag(Step.HOUR).items()).hasSize(1);
    }

    @Test
    void aBatchInTheGridIsTakenAndAcknowledgedAndAlsoWhenItComesAgain() {
        UsageBatch batch = batch(1, entry("production", true, "on", hour, 3));
        String key = edge + "/1";

        for (int i = 0; i < 2; i++) {
            waiting().put(key, UsageDocument.write(batch));
            await().untilAsserted(() -> assertThat(acknowledged().remove(key)).isEqualTo("taken"));
            await().untilAsserted(() -> assertThat(waiting()).doesNotContainKey(key));
        }

        assertThat(ofFlag(Step.HOUR).items()).singleElement().satisfies(item -> assertThat(item.evaluations())
                .isEqualTo(3));
    }

    @Test
    void whatIsNoBatchIsRefusedInTheGridAndHoldsNobodyUp() {
        waiting().put(edge + "/1", new byte[] {'{'});
        waiting().put(edge + "/2", UsageDocument.write(batch(2, entry("production", true, "on", hour, 3))));

        await().untilAsserted(() ->
                assertThat(acknowledged()).containsEntry(edge + "/1", "refused").containsEntry(edge + "/2", "taken"));
    }

    @Test
    void whileTheTableIsHeldNothingIsAcknowledgedAndAfterwardsEverythingIs() throws SQLException {
        String key = edge + "/1";
        try (Connection other = hub.database().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table usage_batch in exclusive mode");
            waiting().put(key, UsageDocument.write(batch(1, entry("production", true, "on", hour, 3))));
            await().untilAsserted(() -> assertThat(hub.query("select 1 from pg_locks where not granted"))
                    .isNotEmpty());
            assertThat(acknowledged()).doesNotContainKey(key);
            other.rollback();
        }

        await().untilAsserted(() -> assertThat(acknowledged()).containsEntry(key, "taken"));
    }

    @Test
    void usageIsForThoseWhoSignedIn() {
        assertThatThrownBy(
                        () -> hub.inRequest(() -> usage.ofFlag(project, CHECKOUT, query(Step.HOUR, Optional.empty()))))
                .isInstanceOf(DomainException.Unauthenticated.class);
    }

    @Test
    void aTimeThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> new UsageQuery(Optional.empty(), hour.minus(Duration.ofDays(32)), hour, Step.HOUR))
                .isInstanceOf(DomainException.Invalid.class);
        assertThatThrownBy(() -> new UsageQuery(Optional.empty(), hour, hour, Step.DAY))
                .isInstanceOf(DomainException.Invalid.class);
    }

    private boolean take(UsageBatch batch) {
        return reports.take(batch);
    }

    private FlagUsageView ofFlag(Step by) {
        return hub.asAdmin(() -> usage.ofFlag(project, CHECKOUT, query(by, Optional.empty())));
    }

    private UsageQuery query(Step by, Optional<EnvironmentKey> environment) {
        return new UsageQuery(environment, hour.minus(Duration.ofDays(5)), hour.plus(Duration.ofHours(2)), by);
    }

    private UsageBatch batch(long sequence, UsageEntry... entries) {
        return new UsageBatch(edge, sequence, hour, 0, List.of(entries), List.of());
    }

    private UsageEntry entry(String environment, boolean enabled, String variant, Instant at, long times) {
        return new UsageEntry(project + "/" + environment, "shop", "checkout", enabled, variant, at, times);
    }

    private Map<String, byte[]> waiting() {
        return hub.grid().getMap(EdgeLetters.USAGE);
    }

    private Map<String, String> acknowledged() {
        return hub.grid().getMap(EdgeLetters.ACKNOWLEDGED);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = hub.database().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
