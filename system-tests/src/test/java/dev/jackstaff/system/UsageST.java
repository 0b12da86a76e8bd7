package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every evaluation that is answered is in the hub's counts, whatever happens on the way: a hub that cannot take usage, an edge
 * that is stopped and started. Only a crash loses some, and no more than an edge counts between two drainings.
 */
@UsesSharedStack
@Tag("fault")
class UsageST {
    private static final int EVALUATIONS = Integer.getInteger("jackstaff.evaluations", 10_000);
    private static final Duration ARRIVAL = Duration.ofSeconds(90);

    /** What an edge may lose by a crash: what it counts in an interval, and while that is being written. */
    private static final Duration INTERVAL = SharedStack.USAGE_INTERVAL.plusSeconds(1);

    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final OfrepClient edge;
    private final UsageCounts usage;
    private final List<OfrepClient> clients;

    UsageST(StackUnderTest installation) {
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.edge = OfrepClient.of(installation);
        this.usage = UsageCounts.of(installation);
        this.clients = EvaluationLoad.clients(edge);
    }

    @Test
    void everyEvaluationIsCountedThroughARefusingHubAndARestartOfTheEdge() throws Exception {
        usage.createFlag("usage-exact");
        long begun = System.nanoTime();
        long dropped = usage.dropped();
        long answered = ask("usage-exact", EVALUATIONS / 4);
        long doubtful;
        try (Connection held = installation.database()) {
            held.setAutoCommit(false);
            held.createStatement().execute("lock table usage_batch in access exclusive mode");
            answered += ask("usage-exact", EVALUATIONS / 4);
            long before = System.nanoTime();
            try (EvaluationLoad asking = new EvaluationLoad(clients, "usage-exact", Long.MAX_VALUE)) {
                installation.runSuccessfully("stop", "edge");
                answered += asking.end();
                doubtful = asking.doubtful();
            }
            assertThat(usage.unsentBatches()).isPositive();
            installation.runSuccessfully("up", "--detach");
            await().atMost(Duration.ofSeconds(60)).until(edge::ready);
            RunReport.print("usage: the edge was stopped and started in %.1f s", seconds(before));
            answered += ask("usage-exact", EVALUATIONS / 4);
            held.rollback();
        }
        answered += ask("usage-exact", EVALUATIONS / 4);
        double asked = seconds(begun);

        long expected = answered;
        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.counted("usage-exact")).isGreaterThanOrEqualTo(expected));
        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.unsentBatches()).isZero());
        RunReport.print(
                "usage: %d evaluations answered in %.0f s, %d cut off by the stop, %d counted at the hub, %d dropped",
                expected, asked, doubtful, usage.counted("usage-exact"), usage.dropped() - dropped);
        assertThat(usage.dropped()).isEqualTo(dropped);
        assertThat(usage.counted("usage-exact")).isBetween(expected, expected + doubtful);
    }

    @Test
    void anEdgeThatDiesServesAgainAndHasLostNoMoreThanAnIntervalCounts() throws Exception {
        usage.createFlag("edge-crash");
        usage.createFlag("usage-crash");
        long answered = ask("usage-crash", 2_000);
        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.counted("usage-crash")).isEqualTo(2_000));
        long begun = System.nanoTime();
        long beforeTheCrash = 0;
        List<long[]> moments = new ArrayList<>();
        while (System.nanoTime() - begun < INTERVAL.plusSeconds(3).toNanos()) {
            beforeTheCrash += ask("usage-crash", 500);
            moments.add(new long[] {System.nanoTime(), beforeTheCrash});
        }
        installation.kill("edge");
        long crash = System.nanoTime();
        hub.toggle("edge-crash", false);
        long sure = moments.stream()
                .filter(moment -> crash - moment[0] > INTERVAL.toNanos())
                .mapToLong(moment -> moment[1])
                .max()
                .orElse(0);
        installation.runSuccessfully("up", "--detach");
        await().atMost(Duration.ofSeconds(60)).until(edge::ready);
        assertThat(edge.evaluate("edge-crash").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !edge.evaluate("edge-crash").value());
        hub.toggle("edge-crash", true);
        await().until(() -> edge.evaluate("edge-crash").value());
        long after = ask("usage-crash", 500);

        long least = answered + sure + after;
        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.counted("usage-crash")).isGreaterThanOrEqualTo(least));
        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.unsentBatches()).isZero());
        long all = answered + beforeTheCrash + after;
        long lost = all - usage.counted("usage-crash");
        RunReport.print(
                "usage: a crash lost %d of %d evaluations; up to %d may be lost, which is what was asked in %d s",
                lost, all, all - least, INTERVAL.toSeconds());
        assertThat(sure).isPositive();
        assertThat(lost).isBetween(0L, all - least);
    }

    @Test
    void theHubCountsWhatItEvaluatesItself() throws IOException {
        usage.createFlag("usage-hub");
        OfrepClient asHub = OfrepClient.at(installation.quickstart().hubUrl(), installation.quickstart());
        await().until(() -> asHub.evaluate("usage-hub").status() == 200);
        long asked = 1;
        for (int i = 0; i < 10; i++) {
            asked += asHub.evaluate("usage-hub", "{}").status() == 200 ? 1 : 0;
        }

        long atLeast = asked;
        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.counted("usage-hub")).isGreaterThanOrEqualTo(atLeast));
        JsonNode project = hub.get("/projects/" + installation.quickstart().project() + "/usage");
        assertThat(project.path("flags").findValuesAsText("flag")).contains("usage-hub");
    }

    @Test
    void sdksAreToldApartAndSoAreNamesThatAreNoFlags() {
        usage.createFlag("usage-sdk");
        assertThat(askWith("sdk-of-usage/2.1 (linux)", "usage-sdk")).isEqualTo(200);
        assertThat(askWith("sdk-of-usage/2.1 (linux)", "usage-misspelt")).isEqualTo(404);

        String project = "/projects/" + installation.quickstart().project();
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(
                        hub.get(project + "/flags/usage-sdk/usage").findValuesAsText("sdk"))
                .contains("sdk-of-usage/2.1"));
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(
                        hub.get(project + "/usage/unknown-flags").path("items"))
                .anySatisfy(item -> {
                    assertThat(item.path("name").asText()).isEqualTo("usage-misspelt");
                    assertThat(item.path("environment").asText())
                            .isEqualTo(installation.quickstart().environment());
                    assertThat(item.path("sdk").asText()).isEqualTo("sdk-of-usage/2.1");
                    assertThat(item.path("evaluations").asLong()).isPositive();
                }));
    }

    private int askWith(String userAgent, String flag) {
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + installation.quickstart().serverKey(),
                "Content-Type",
                "application/json",
                "User-Agent",
                userAgent);
        byte[] body = "{\"context\":{\"targetingKey\":\"ada\"}}".getBytes(StandardCharsets.UTF_8);
        String edgeUrl = installation.quickstart().edgeUrl();
        return RawHttp.send(edgeUrl, "POST", "/ofrep/v1/evaluate/flags/" + flag, headers, body)
                .status();
    }

    @Test
    void batchesThatComeOverHttpCountOnceWhicheverWayTheyCome() {
        usage.createFlag("usage-http");
        String key = hub.post("/keys", Map.of("name", "usage-st", "kind", "edge"))
                .path("secret")
                .asText();
        String hubUrl = installation.quickstart().hubUrl();
        String edgeUrl = installation.quickstart().edgeUrl();

        await().atMost(ARRIVAL).until(() -> send(hubUrl, key, batch(1, 7)) == 202);
        await().atMost(ARRIVAL).until(() -> send(edgeUrl, key, batch(1, 7)) == 202);
        assertThat(send(edgeUrl, key, batch(2, 5))).isEqualTo(202);

        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.counted("usage-http")).isEqualTo(12));
        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.unsentBatches()).isZero());
        assertThat(usage.counted("usage-http")).isEqualTo(12);
        assertThat(send(hubUrl, installation.quickstart().serverKey(), batch(3, 1)))
                .isEqualTo(401);
        assertThat(send(edgeUrl, key, "{}")).isEqualTo(400);
    }

    @Test
    void anEdgeSpeaksOnlyOfWhatItsKeyOpens() throws SQLException {
        usage.createFlag("usage-foreign");
        String key = hub.post(
                        "/keys",
                        Map.of(
                                "name",
                                "usage-staging",
                                "kind",
                                "edge",
                                "project",
                                installation.quickstart().project(),
                                "environment",
                                "staging"))
                .path("secret")
                .asText();
        String all = hub.edgeKey("usage-all");
        String hubUrl = installation.quickstart().hubUrl();
        String edgeUrl = installation.quickstart().edgeUrl();
        long dropped = usage.dropped();

        await().atMost(ARRIVAL).until(() -> send(hubUrl, key, batch("usage-foreign", 1, 7)) == 202);
        await().atMost(ARRIVAL).until(() -> send(edgeUrl, key, batch("usage-foreign", 2, 5)) == 202);
        await().atMost(ARRIVAL).until(() -> send(edgeUrl, all, batch("usage-foreign", 3, 2)) == 202);

        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.counted("usage-foreign")).isEqualTo(2));
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(usage.dropped()).isEqualTo(dropped + 12));
    }

    private String batch(long sequence, long evaluations) {
        return batch("usage-http", sequence, evaluations);
    }

    /** A batch about a flag, as an edge below would send it. */
    private String batch(String flag, long sequence, long evaluations) {
        return ("{'edge':'" + flag + "','sequence':" + sequence + ",'madeAt':'" + Instant.now() + "','dropped':0,"
                        + "'entries':[{'environment':'"
                        + installation.quickstart().project() + "/"
                        + installation.quickstart().environment()
                        + "','application':'shop','flag':'" + flag + "','enabled':true,'variant':'on','hour':'"
                        + Instant.now() + "','evaluations':" + evaluations + "}]}")
                .replace('\'', '"');
    }

    private static int send(String url, String key, String body) {
        return Curl.of(url).withKey(key).post("/api/v1/sync/usage", body).status();
    }

    @Test
    void theHubKnowsItsEdges() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode server = ownEdge();
            assertThat(server.path("status").asText()).isEqualTo("connected");
            assertThat(server.path("upstream").path("kind").asText()).isEqualTo("grid");
            assertThat(server.path("environments").size()).isPositive();
            assertThat(server.path("environments").get(0).path("behind").asLong(-1))
                    .isZero();
            assertThat(server.path("concerns")).isEmpty();
        });
    }

    /** The edge of this installation among all that the hub knows. */
    private JsonNode ownEdge() {
        for (JsonNode server : hub.get("/edge/servers").path("servers")) {
            if (server.path("upstream").path("kind").asText().equals("grid")
                    && server.path("status").asText().equals("connected")) {
                return server;
            }
        }
        throw new AssertionError("the hub knows no edge");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Asks so often, over a few connections; how many answers there were. */
    private long ask(String flag, long times) throws Exception {
        return EvaluationLoad.ask(clients, flag, times);
    }
}
