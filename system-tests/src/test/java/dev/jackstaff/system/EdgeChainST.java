package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An edge takes its snapshots from an edge that takes them from the hub. The one in the middle dies, and comes back. */
@ExtendWith(SharedStack.class)
class EdgeChainST {
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("jackstaff.outage.seconds", 15));
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double RECOVERY_SECONDS = 5;
    private static final double FRESH_SECONDS = 6;

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;

    EdgeChainST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
    }

    @Test
    void theLeafOutlivesTheMiddle() {
        ManagementClient hub = ManagementClient.of(installation);
        hub.createFlag("chain");
        String key = hub.edgeKey("chain");
        String environment = quickstart.project() + "/" + quickstart.environment();
        try (ExtraEdge middle = ExtraEdge.start("middle", ExtraEdge.httpUpstream(quickstart.hubUrl(), key));
                ExtraEdge leaf = ExtraEdge.start("leaf", ExtraEdge.httpUpstream(middle.url(), key))) {
            middle.awaitReady(quickstart);
            leaf.awaitReady(quickstart);
            OfrepClient asked = OfrepClient.at(leaf.url(), quickstart);
            SyncProbe probe = new SyncProbe(leaf.url(), key, environment);
            await().atMost(LIMIT).until(() -> asked.evaluate("chain").status() == 200);
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
    }
}
