package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An edge takes its snapshots from an edge that takes them from the hub. The one in the middle goes, and comes back. */
@UsesSharedStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("fault")
class EdgeChainST {
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("jackstaff.outage.seconds", 15));
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration ARRIVAL = Duration.ofSeconds(90);
    private static final double RECOVERY_SECONDS = 5;
    private static final double FRESH_SECONDS = 6;

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;
    private final ManagementClient hub;
    private final UsageCounts usage;
    private final String key;
    private final ExtraEdge middle;
    private final ExtraEdge leaf;

    EdgeChainST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
        this.hub = ManagementClient.of(installation);
        this.usage = UsageCounts.of(installation);
        this.key = hub.edgeKey("chain");
        this.middle = ExtraEdge.start("chain-middle", settings("chain-middle", quickstart.hubUrl()));
        this.leaf = ExtraEdge.start("chain-leaf", settings("chain-leaf", middle.url()));
    }

    private Map<String, String> settings(String id, String upstream) {
        Map<String, String> settings = new HashMap<>(ExtraEdge.httpUpstream(upstream, key));
        settings.put("JACKSTAFF_EDGE_ID", id);
        settings.put("JACKSTAFF_EDGE_DATA", data(id).toString());
        settings.put("JACKSTAFF_EDGE_REGION", "test");
        settings.put("JACKSTAFF_EDGE_USAGE_INTERVAL", Long.toString(SharedStack.USAGE_INTERVAL.toSeconds()));
        return settings;
    }

    /** A directory that no earlier run has left anything in. */
    private Path data(String id) {
        return installation.home().resolve("edges/" + id).toAbsolutePath();
    }

    @BeforeAll
    void makeTheFlag() {
        hub.createFlag("chain");
    }

    @BeforeEach
    void bothAreThere() {
        middle.awaitReady(quickstart);
        leaf.awaitReady(quickstart);
    }

    @AfterAll
    void stop() {
        leaf.close();
        middle.close();
    }

    @Test
    void theLeafOutlivesTheMiddle() {
        OfrepClient asked = OfrepClient.at(leaf.url(), quickstart);
        SyncProbe probe = new SyncProbe(leaf.url(), key, quickstart.project() + "/" + quickstart.environment());
        await().atMost(LIMIT).until(() -> asked.evaluate("chain").status() == 200);
        await().atMost(LIMIT).until(() -> probe.age() < FRESH_SECONDS);
        try (Traffic traffic = Traffic.at(asked, "chain")) {
            long begun = System.nanoTime();
            long first = hub.toggle("chain", true);
            traffic.awaitRevision(first);
            double passed = (System.nanoTime() - begun) / 1e6;
            await().atMost(LIMIT).until(() -> probe.age() < FRESH_SECONDS);

            middle.kill();
            long missed = hub.toggle("chain", false);
            await().atMost(AWAY.plus(LIMIT)).until(() -> probe.age() >= AWAY.toSeconds());
            assertThat(traffic.revision()).isLessThan(missed);
            middle.restart();
            middle.awaitReady(quickstart);
            long back = System.nanoTime();
            traffic.awaitRevision(missed);
            double recovered = (System.nanoTime() - back) / 1e9;

            RunReport.print(
                    "chain: a change reached the leaf in %.0f ms; its middle away for %d s and back, the leaf gave %d"
                            + " answers, %d failed, and was up to date after %.1f s",
                    passed,
                    AWAY.toSeconds(),
                    traffic.answers(),
                    traffic.failures().size(),
                    recovered);
            assertThat(traffic.failures()).isEmpty();
            assertThat(recovered).isLessThanOrEqualTo(RECOVERY_SECONDS);
        }
    }

    @Test
    void everyEvaluationIsCountedThroughTheChain() throws Exception {
        usage.createFlag("usage-chain");
        OfrepClient asked = OfrepClient.at(leaf.url(), quickstart);
        await().atMost(LIMIT)
                .until(() -> asked.evaluateAll("{}").body().toString().contains("\"usage-chain\""));
        List<OfrepClient> clients = EvaluationLoad.clients(asked);
        long answered;
        try (Connection held = installation.database()) {
            held.setAutoCommit(false);
            answered = EvaluationLoad.ask(clients, "usage-chain", 2_000);
            held.createStatement().execute("lock table usage_batch in access exclusive mode");
            answered += EvaluationLoad.ask(clients, "usage-chain", 2_000);
            await().atMost(ARRIVAL).until(() -> UsageCounts.unsentBatches(data("chain-middle")) > 0);
            middle.stop();
            middle.restart();
            answered += EvaluationLoad.ask(clients, "usage-chain", 1_000);
            held.rollback();
        }
        long expected = answered;
        await().atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(usage.counted("usage-chain")).isEqualTo(expected));
        RunReport.print("usage: %d of %d arrived through a chain of two edges over HTTP", expected, expected);
        await().atMost(ARRIVAL).untilAsserted(() -> {
            JsonNode server = server("chain-leaf");
            assertThat(server.path("via")).hasSize(1);
            assertThat(server.path("via").get(0).asText()).isEqualTo("chain-middle");
            assertThat(server.path("region").asText()).isEqualTo("test");
            assertThat(server.path("concerns")).isEmpty();
        });
        assertThat(usage.counted("usage-chain")).isEqualTo(5_000);
    }

    private JsonNode server(String id) {
        for (JsonNode server : hub.get("/edge/servers").path("servers")) {
            if (server.path("id").asText().equals(id)) {
                return server;
            }
        }
        throw new AssertionError("the hub does not know " + id);
    }
}
