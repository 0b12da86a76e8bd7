package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The network between the hub and its edges is cut for a while: 15 s, or as many as {@code -Djackstaff.cut.seconds} says.
 * Edges on both kinds of link, in a network of their own, answer all the while, say how old what they know is, and never go
 * back. Skipped where the machine has no network namespaces for us.
 */
@UsesSharedStack
@Tag("fault")
class NetworkCutST {
    private static final Duration CUT = Duration.ofSeconds(Integer.getInteger("jackstaff.cut.seconds", 15));
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final double HTTP_RECOVERY_SECONDS = 5;
    private static final double FRESH_SECONDS = 5;

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;

    NetworkCutST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
    }

    @Test
    void edgesOutliveANetworkThatIsCut() throws IOException {
        ManagementClient hub = ManagementClient.of(installation);
        hub.createFlag("cut");
        String key = hub.edgeKey("cut");
        String environment = quickstart.project() + "/" + quickstart.environment();
        try (PartitionedNetwork network = network();
                ExtraEdge grid = edge(network, "cut-grid", overGrid(network));
                ExtraEdge http = edge(network, "cut-http", ExtraEdge.httpUpstream(quickstart.hubUrl(), key))) {
            grid.awaitReady(quickstart);
            http.awaitReady(quickstart);
            OfrepClient gridEdge = OfrepClient.at(grid.url(), quickstart);
            OfrepClient httpEdge = OfrepClient.at(http.url(), quickstart);
            SyncProbe gridProbe = new SyncProbe(grid.url(), key, environment);
            SyncProbe httpProbe = new SyncProbe(http.url(), key, environment);
            await().atMost(LIMIT)
                    .until(() -> gridEdge.evaluate("cut").status() == 200
                            && httpEdge.evaluate("cut").status() == 200);
            await().atMost(LIMIT).until(() -> gridProbe.age() < FRESH_SECONDS && httpProbe.age() < FRESH_SECONDS);
            try (Traffic atGrid = Traffic.at(gridEdge, "cut");
                    Traffic atHttp = Traffic.at(httpEdge, "cut")) {
                network.cut();
                long missed = hub.toggle("cut", true);
                await().atMost(CUT.plus(LIMIT))
                        .until(() -> gridProbe.age() >= CUT.toSeconds() && httpProbe.age() >= CUT.toSeconds());
                double gridAge = gridProbe.age();
                double httpAge = httpProbe.age();
                assertThat(atGrid.revision()).isLessThan(missed);
                assertThat(atHttp.revision()).isLessThan(missed);

                network.heal();
                long healed = System.nanoTime();
                atHttp.awaitRevision(missed);
                double httpRecovery = (System.nanoTime() - healed) / 1e9;
                atGrid.awaitRevision(missed);
                double gridRecovery = (System.nanoTime() - healed) / 1e9;
                long later = hub.toggle("cut", false);
                atGrid.awaitRevision(later);
                atHttp.awaitRevision(later);

                RunReport.print(
                        "network cut: ages reached %.1f s (grid), %.1f s (http); %d and %d answers, %d failed or went"
                                + " back; up to date %.1f s (grid), %.1f s (http) after it healed",
                        gridAge,
                        httpAge,
                        atGrid.answers(),
                        atHttp.answers(),
                        atGrid.failures().size() + atHttp.failures().size(),
                        gridRecovery,
                        httpRecovery);
                assertThat(atGrid.failures()).isEmpty();
                assertThat(atHttp.failures()).isEmpty();
                assertThat(httpRecovery).isLessThanOrEqualTo(HTTP_RECOVERY_SECONDS);
            }
        }
    }

    private static PartitionedNetwork network() {
        try {
            return PartitionedNetwork.create();
        } catch (IOException refused) {
            return abort("skipped: no network namespace can be made here: " + refused.getMessage());
        }
    }

    private static ExtraEdge edge(PartitionedNetwork network, String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("JACKSTAFF_EDGE_ADDRESS", network.clientAddress());
        return ExtraEdge.start(name, all, network.commandPrefix(), network.clientAddress());
    }

    private Map<String, String> overGrid(PartitionedNetwork network) {
        JsonNode state = installation.state();
        return Map.of(
                "JACKSTAFF_EDGE_GRID_CLUSTER",
                state.path("grid").asText(),
                "JACKSTAFF_EDGE_GRID_SECRET",
                state.at("/secrets/grid").asText(),
                "JACKSTAFF_EDGE_GRID_INTERFACE",
                network.upstreamAddress(),
                "JACKSTAFF_EDGE_GRID_MEMBERS",
                "127.0.0.1:" + state.at("/ports/hubGrid").asInt());
    }
}
