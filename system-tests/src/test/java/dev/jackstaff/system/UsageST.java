package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every evaluation that is answered is in the hub's counts, whatever happens on the way: a hub that cannot take usage, an edge
 * that is stopped and started. Only a crash loses some, and no more than an edge counts between two drainings.
 */
@ExtendWith(SharedStack.class)
class UsageST {
    private static final int EVALUATIONS = 100_000;
    private static final int CONNECTIONS = 4;
    private static final Duration ARRIVAL = Duration.ofSeconds(90);

    /** What an edge may lose by a crash: what it counts in an interval, and while that is being written. */
    private static final Duration INTERVAL = Duration.ofSeconds(11);

    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final OfrepClient edge;
    private final List<OfrepClient> clients;

    UsageST(StackUnderTest installation) {
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.edge = OfrepClient.of(installation);
        this.clients = clients(edge);
    }

    @Test
    void everyEvaluationIsCountedThroughARefusingHubAndARestartOfTheEdge() throws Exception {
        flag("usage-exact");
        long begun = System.nanoTime();
        long dropped = dropped();
        long answered = 0;
        long doubtful;
        try (Connection held = installation.database()) {
            held.setAutoCommit(false);
            answered += ask("usage-exact", EVALUATIONS / 4);
            held.createStatement().execute("lock table usage_batch in access exclusive mode");
            answered += ask("usage-exact", EVALUATIONS / 4);
            long before = System.nanoTime();
            try (EvaluationLoad asking = new EvaluationLoad(clients, "usage-exact", EVALUATIONS / 4)) {
                installation.runSuccessfully("stop", "edge");
                answered += asking.end();
                doubtful = asking.doubtful();
            }
            assertThat(unsentBatches()).isPositive();
            installation.runSuccessfully("up", "--detach");
            await().atMost(Duration.ofSeconds(60)).until(edge::ready);
            RunReport.print("usage: the edge was stopped and started in %.1f s", seconds(before));
            answered += ask("usage-exact", EVALUATIONS - answered - 1_000);
            held.rollback();
        }
        answered += ask("usage-exact", EVALUATIONS - answered);
        double asked = seconds(begun);

        long expected = answered;
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(evaluationsCounted("usage-exact"))
                .isGreaterThanOrEqualTo(expected));
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(unsentBatches()).isZero());
        RunReport.print(
                "usage: %d evaluations answered in %.0f s, %d cut off by the stop, %d counted at the hub, %d dropped",
                expected, asked, doubtful, evaluationsCounted("usage-exact"), dropped() - dropped);
        assertThat(expected).isEqualTo(EVALUATIONS);
        assertThat(dropped()).isEqualTo(dropped);
        assertThat(evaluationsCounted("usage-exact")).isBetween(expected, expected + doubtful);
    }

    @Test
    void aCrashLosesNoMoreThanAnIntervalCounts() throws Exception {
        flag("usage-crash");
        long answered = ask("usage-crash", 2_000);
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(evaluationsCounted("usage-crash"))
                .isEqualTo(2_000));
        long begun = System.nanoTime();
        long beforeTheCrash = 0;
        List<long[]> moments = new ArrayList<>();
        while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(15)) {
            beforeTheCrash += ask("usage-crash", 500);
            moments.add(new long[] {System.nanoTime(), beforeTheCrash});
        }
        installation.kill("edge");
        long crash = System.nanoTime();
        long sure = moments.stream()
                .filter(moment -> crash - moment[0] > INTERVAL.toNanos())
                .mapToLong(moment -> moment[1])
                .max()
                .orElse(0);
        installation.runSuccessfully("up", "--detach");
        await().atMost(Duration.ofSeconds(60)).until(edge::ready);
        long after = ask("usage-crash", 500);

        long least = answered + sure + after;
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(evaluationsCounted("usage-crash"))
                .isGreaterThanOrEqualTo(least));
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(unsentBatches()).isZero());
        long all = answered + beforeTheCrash + after;
        long lost = all - evaluationsCounted("usage-crash");
        RunReport.print(
                "usage: a crash lost %d of %d evaluations; up to %d may be lost, which is what was asked in %d s",
                lost, all, all - least, INTERVAL.toSeconds());
        assertThat(sure).isPositive();
        assertThat(lost).isBetween(0L, all - least);
    }

    @Test
    void theHubCountsWhatItEvaluatesItself() throws IOException {
        flag("usage-hub");
        OfrepClient asHub = OfrepClient.at(installation.quickstart().hubUrl(), installation.quickstart());
        await().until(() -> asHub.evaluate("usage-hub").status() == 200);
        long asked = 1;
        for (int i = 0; i < 10; i++) {
            asked += asHub.evaluate("usage-hub", "{}").status() == 200 ? 1 : 0;
        }

        long atLeast = asked;
        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(evaluationsCounted("usage-hub")).isGreaterThanOrEqualTo(atLeast));
        JsonNode project = hub.get("/projects/" + installation.quickstart().project() + "/usage");
        assertThat(project.path("flags").findValuesAsText("flag")).contains("usage-hub");
    }

    @Test
    void batchesThatComeOverHttpCountOnceWhicheverWayTheyCome() {
        flag("usage-http");
        String key = hub.post("/keys", Map.of("name", "usage-st", "kind", "edge"))
                .path("secret")
                .asText();
        String hubUrl = installation.quickstart().hubUrl();
        String edgeUrl = installation.quickstart().edgeUrl();

        await().atMost(ARRIVAL).until(() -> send(hubUrl, key, batch(1, 7)) == 202);
        await().atMost(ARRIVAL).until(() -> send(edgeUrl, key, batch(1, 7)) == 202);
        assertThat(send(edgeUrl, key, batch(2, 5))).isEqualTo(202);

        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(evaluationsCounted("usage-http"))
                .isEqualTo(12));
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(unsentBatches()).isZero());
        assertThat(evaluationsCounted("usage-http")).isEqualTo(12);
        assertThat(send(hubUrl, installation.quickstart().serverKey(), batch(3, 1)))
                .isEqualTo(401);
        assertThat(send(edgeUrl, key, "{}")).isEqualTo(400);
    }

    @Test
    void anEdgeSpeaksOnlyOfWhatItsKeyOpens() throws SQLException {
        flag("usage-foreign");
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
        long dropped = dropped();

        await().atMost(ARRIVAL).until(() -> send(hubUrl, key, batch("usage-foreign", 1, 7)) == 202);
        await().atMost(ARRIVAL).until(() -> send(edgeUrl, key, batch("usage-foreign", 2, 5)) == 202);
        await().atMost(ARRIVAL).until(() -> send(edgeUrl, all, batch("usage-foreign", 3, 2)) == 202);

        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(evaluationsCounted("usage-foreign"))
                .isEqualTo(2));
        await().atMost(ARRIVAL).untilAsserted(() -> assertThat(dropped()).isEqualTo(dropped + 12));
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
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/api/v1/sync/usage"))
                                    .header("X-API-Key", key)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyEvaluationIsCountedThroughAChainOfEdgesOverHttp() throws Exception {
        flag("usage-chain");
        String key = hub.post("/keys", Map.of("name", "usage-chain", "kind", "edge"))
                .path("secret")
                .asText();
        String hubUrl = installation.quickstart().hubUrl();
        try (ExtraEdge middle = ExtraEdge.start("usage-middle", settingsFor("usage-middle", hubUrl, key))
                        .awaitReady(installation.quickstart());
                ExtraEdge leaf = ExtraEdge.start("usage-leaf", settingsFor("usage-leaf", middle.url(), key))
                        .awaitReady(installation.quickstart())) {
            List<OfrepClient> asked = clients(OfrepClient.at(leaf.url(), installation.quickstart()));
            long answered;
            try (Connection held = installation.database()) {
                held.setAutoCommit(false);
                answered = ask(asked, "usage-chain", 2_000);
                held.createStatement().execute("lock table usage_batch in access exclusive mode");
                answered += ask(asked, "usage-chain", 2_000);
                await().atMost(ARRIVAL).until(() -> pendingBatches(data("usage-middle")) > 0);
                middle.stop();
                middle.restart();
                answered += ask(asked, "usage-chain", 1_000);
                held.rollback();
            }
            long expected = answered;
            await().atMost(ARRIVAL).untilAsserted(() -> assertThat(evaluationsCounted("usage-chain"))
                    .isEqualTo(expected));
            RunReport.print("usage: %d of %d arrived through a chain of two edges over HTTP", expected, expected);
            await().atMost(ARRIVAL).untilAsserted(() -> {
                JsonNode server = server("usage-leaf");
                assertThat(server.path("via")).hasSize(1);
                assertThat(server.path("via").get(0).asText()).isEqualTo("usage-middle");
                assertThat(server.path("region").asText()).isEqualTo("test");
                assertThat(server.path("concerns")).isEmpty();
            });
        }
        assertThat(evaluationsCounted("usage-chain")).isEqualTo(5_000);
    }

    private Map<String, String> settingsFor(String id, String upstream, String key) {
        Map<String, String> settings = new HashMap<>(ExtraEdge.httpUpstream(upstream, key));
        settings.put("JACKSTAFF_EDGE_ID", id);
        settings.put("JACKSTAFF_EDGE_DATA", data(id).toString());
        settings.put("JACKSTAFF_EDGE_REGION", "test");
        return settings;
    }

    /** A directory that no earlier run has left anything in. */
    private Path data(String id) {
        return installation.home().resolve("edges/" + id).toAbsolutePath();
    }

    private JsonNode server(String id) {
        for (JsonNode server : hub.get("/edge/servers").path("servers")) {
            if (server.path("id").asText().equals(id)) {
                return server;
            }
        }
        throw new AssertionError("the hub does not know " + id);
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

    private int unsentBatches() {
        return pendingBatches(installation.home().resolve("edge/data"));
    }

    /** How many batches an edge has not got rid of. */
    private static int pendingBatches(Path data) {
        String[] files = data.resolve("usage").toFile().list((directory, name) -> name.endsWith(".json"));
        assertThat(files).describedAs("the queue in " + data).isNotNull();
        return files.length;
    }

    private void flag(String key) {
        hub.createFlag(key);
        hub.toggle(key, true);
        String path = "/projects/" + installation.quickstart().project() + "/flags/" + key + "/usage";
        assertThat(hub.get(path).path("items")).isEmpty();
        await().until(() -> edge.evaluateAll("{}").body().toString().contains("\"" + key + "\""));
    }

    private long evaluationsCounted(String flag) {
        JsonNode usage = hub.get("/projects/" + installation.quickstart().project() + "/flags/" + flag + "/usage");
        long sum = 0;
        for (JsonNode item : usage.path("items")) {
            sum += item.path("evaluations").asLong();
        }
        return sum;
    }

    private long dropped() throws SQLException {
        try (Connection database = installation.database();
                var result = database.createStatement().executeQuery("select sum(dropped) from usage_batch")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /**
     * Those who ask an edge, each with a client of its own. Where threads share one, Java's client loses an answer once in a hundred
     * thousand (JDK-8338569): it takes a connection out of its pool, and the answer for one who has no business there.
     */
    private static List<OfrepClient> clients(OfrepClient edge) {
        return Stream.generate(edge::withNewClient).limit(CONNECTIONS).toList();
    }

    /** Asks so often, over a few connections; how many answers there were. */
    private long ask(String flag, long times) throws Exception {
        return ask(clients, flag, times);
    }

    private static long ask(List<OfrepClient> clients, String flag, long times) throws Exception {
        try (EvaluationLoad asking = new EvaluationLoad(clients, flag, times)) {
            return asking.whole();
        }
    }

    /** Some who ask, each over a connection of its own, until they have asked often enough or get no answer any more. */
    private static final class EvaluationLoad implements AutoCloseable {
        private final long wanted;
        private final AtomicLong left;
        private final AtomicLong unanswered = new AtomicLong();
        private final AtomicLong answered = new AtomicLong();
        private final AtomicReference<String> failure = new AtomicReference<>("none");
        private final List<Thread> threads = new ArrayList<>();

        EvaluationLoad(List<OfrepClient> clients, String flag, long times) {
            wanted = times;
            left = new AtomicLong(times);
            for (OfrepClient client : clients) {
                Thread thread = new Thread(() -> ask(client, flag), "asking");
                threads.add(thread);
                thread.start();
            }
        }

        private void ask(OfrepClient own, String flag) {
            while (left.getAndDecrement() > 0) {
                try {
                    OfrepClient.Answer answer = own.evaluate(flag, "{}");
                    if (answer.status() == 200) {
                        answered.incrementAndGet();
                    } else {
                        fail(answer.toString());
                    }
                } catch (IOException | RuntimeException noEdge) {
                    fail(noEdge + ", by " + cause(noEdge));
                    return;
                }
            }
        }

        /** What began it: a client that closes a connection, or an edge. */
        private static Throwable cause(Throwable failure) {
            Throwable cause = failure.getCause();
            return cause == null ? failure : cause(cause);
        }

        private void fail(String what) {
            unanswered.incrementAndGet();
            failure.compareAndSet("none", what + " after " + answered.get() + " answers");
        }

        /** All answers, where everybody gets all. */
        long whole() throws InterruptedException {
            assertThat(end()).as("answers; the first failure: %s", failure).isEqualTo(wanted);
            return wanted;
        }

        /** The answers there were. */
        long end() throws InterruptedException {
            for (Thread thread : threads) {
                thread.join(TimeUnit.MINUTES.toMillis(5));
            }
            return answered.get();
        }

        /** How often the edge may have counted what nobody was answered: the requests that were under way when it stopped. */
        long doubtful() {
            return Math.min(CONNECTIONS, unanswered.get());
        }

        @Override
        public void close() {
            left.set(0);
        }
    }
}
