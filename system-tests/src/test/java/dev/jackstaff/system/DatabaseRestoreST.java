package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database of two hubs is put back to an earlier state, below edges on the data grid and over HTTP. */
@Tag("fault")
class DatabaseRestoreST {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final double FOLLOWED_SECONDS = 5;

    private static HubPair hubs;
    private static ExtraEdge grid;
    private static ExtraEdge http;
    private static QuickstartFile quickstart;

    @BeforeAll
    static void start() {
        hubs = HubPair.start();
        quickstart = hubs.quickstart(hubs.first(), hubs.project());
        ManagementClient hub = ManagementClient.at(quickstart);
        grid = ExtraEdge.start("restore-grid", hubs.overGrid());
        http = ExtraEdge.start(
                "restore-http", ExtraEdge.httpUpstream(hubs.second().url(), hub.edgeKey("edges")));
        hub.createFlag("restored");
        grid.awaitReady(quickstart);
        http.awaitReady(quickstart);
    }

    @AfterAll
    static void stop() {
        Stream.of(http, grid).filter(Objects::nonNull).forEach(ExtraEdge::close);
        if (hubs != null) {
            hubs.close();
        }
    }

    @Test
    void whileHubsRunEverybodyFollowsTheEarlierState() throws SQLException {
        ManagementClient hub = ManagementClient.at(quickstart);
        long before = hub.toggle("restored", true);
        JsonNode older = serverKey(hub, "older");
        hubs.server().copy("postgres", "backup");
        String newer = serverKey(hub, "newer").path("secret").asText();
        hub.toggle("restored", false);
        hub.toggle("restored", true);
        long lost = hub.toggle("restored", false);
        awaitEverywhere(newer, lost, false);

        hubs.server().replace("postgres", "backup");
        long restored = System.nanoTime();

        String olderSecret = older.path("secret").asText();
        awaitEverywhere(olderSecret, before + 1, true);
        double followed = (System.nanoTime() - restored) / 1e9;
        awaitRefused(newer);
        await().atMost(LIMIT).until(() -> hubs.first().ready() && hubs.second().ready());
        assertThat(hub.call("DELETE", "/keys/" + older.path("id").asText(), "").statusCode())
                .isEqualTo(204);
        long revoked = System.nanoTime();
        awaitRefused(olderSecret);
        double refused = (System.nanoTime() - revoked) / 1e9;
        long changed = hub.toggle("restored", false);
        awaitEverywhere(quickstart.serverKey(), changed, false);

        RunReport.print(
                "database restored under two running hubs: followed by hubs and edges after %.1f s; a revoked key closed"
                        + " after %.1f s",
                followed, refused);
        assertThat(changed).isGreaterThan(lost);
        assertThat(followed).isLessThanOrEqualTo(FOLLOWED_SECONDS);
        assertThat(refused).isLessThanOrEqualTo(FOLLOWED_SECONDS);
    }

    @Test
    void whatWasRestoredWhileHubsWereStoppedIsFollowedOnceTheyAreBack() throws SQLException {
        ManagementClient hub = ManagementClient.at(quickstart);
        hub.toggle("restored", true);
        hubs.server().copy("postgres", "backup");
        long lost = hub.toggle("restored", false);
        awaitEverywhere(quickstart.serverKey(), lost, false);
        hubs.first().kill();
        hubs.second().kill();

        hubs.server().replace("postgres", "backup");
        assertThat(OfrepClient.at(grid.url(), quickstart).evaluate("restored").status())
                .isEqualTo(200);
        hubs.first().restart();
        hubs.second().restart();
        await().atMost(Duration.ofMinutes(4))
                .until(() -> hubs.first().ready() && hubs.second().ready());
        long ready = System.nanoTime();

        awaitEverywhere(quickstart.serverKey(), lost + 1, true);
        double followed = (System.nanoTime() - ready) / 1e9;

        RunReport.print("database restored under two stopped hubs: followed %.1f s after they were ready", followed);
        assertThat(followed).isLessThanOrEqualTo(2 * FOLLOWED_SECONDS);
    }

    private static JsonNode serverKey(ManagementClient hub, String name) {
        return hub.post(
                "/keys",
                Map.of("name", name, "kind", "server", "project", HubPair.PROJECT, "environment", HubPair.ENVIRONMENT));
    }

    private static Stream<String> everybody() {
        return Stream.of(hubs.first().url(), hubs.second().url(), grid.url(), http.url());
    }

    private static OfrepClient at(String url, String key) {
        return OfrepClient.at(
                url,
                new QuickstartFile(
                        quickstart.hubUrl(), "", "", "", "", HubPair.PROJECT, HubPair.ENVIRONMENT, "", key, ""));
    }

    /** Waits until hubs and edges answer with a value, from this revision or a later one. */
    private static void awaitEverywhere(String key, long revision, boolean value) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(everybody())
                .allSatisfy(url -> {
                    OfrepClient.Answer answer = at(url, key).evaluate("restored");
                    assertThat(answer.status()).as(url).isEqualTo(200);
                    assertThat(answer.value()).as(url).isEqualTo(value);
                    assertThat(answer.revision()).as(url).isGreaterThanOrEqualTo(revision);
                }));
    }

    private static void awaitRefused(String key) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(everybody())
                .allSatisfy(url -> assertThat(at(url, key).evaluate("restored").status())
                        .as(url)
                        .isEqualTo(401)));
    }
}
