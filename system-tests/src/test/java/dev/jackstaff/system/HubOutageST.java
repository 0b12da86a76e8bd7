package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The hub dies and is away for a while: 15 s, or as many as {@code -Djackstaff.outage.seconds} says. Edges on both kinds of link
 * answer all the while, say how old what they know is, and are up to date soon after it has come back.
 */
@ExtendWith(SharedStack.class)
class HubOutageST {
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("jackstaff.outage.seconds", 15));
    private static final double FRESH_SECONDS = 5;
    private static final double RECOVERY_SECONDS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;

    HubOutageST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
    }

    @Test
    void edgesAnswerAndSayHowOldTheyAre() {
        ManagementClient hub = ManagementClient.of(installation);
        hub.createFlag("outage");
        String key = hub.edgeKey("outage");
        String environment = quickstart.project() + "/" + quickstart.environment();
        SyncProbe grid = new SyncProbe(quickstart.edgeUrl(), key, environment);
        try (ExtraEdge extra = ExtraEdge.start("outage", ExtraEdge.httpUpstream(quickstart.hubUrl(), key))) {
            SyncProbe http = new SyncProbe(extra.awaitReady(quickstart).url(), key, environment);
            OfrepClient gridEdge = OfrepClient.of(installation);
            OfrepClient httpEdge = OfrepClient.at(extra.url(), quickstart);
            await().atMost(LIMIT)
                    .until(() -> gridEdge.evaluate("outage").status() == 200
                            && httpEdge.evaluate("outage").status() == 200);
            await().atMost(LIMIT).until(() -> grid.age() < FRESH_SECONDS && http.age() < FRESH_SECONDS);
            try (Traffic atGrid = Traffic.at(gridEdge, "outage");
                    Traffic atHttp = Traffic.at(httpEdge, "outage")) {
                installation.kill("hub");
                await().atMost(OUTAGE.plus(LIMIT))
                        .until(() -> grid.age() >= OUTAGE.toSeconds() && http.age() >= OUTAGE.toSeconds());
                double gridAge = grid.age();
                double httpAge = http.age();

                double[] recovery;
                try (Recovery watching = Recovery.watch(quickstart.hubUrl(), List.of(grid, http))) {
                    installation.runSuccessfully("up", "--detach");
                    recovery = watching.seconds();
                }
                long revision = ManagementClient.of(installation).toggle("outage", true);
                atGrid.awaitRevision(revision);
                atHttp.awaitRevision(revision);

                RunReport.print(
                        "hub away: ages reached %.1f s (grid), %.1f s (http); %d and %d answers, %d failed;"
                                + " fresh again %.1f s (grid), %.1f s (http) after its return",
                        gridAge,
                        httpAge,
                        atGrid.answers(),
                        atHttp.answers(),
                        atGrid.failures().size() + atHttp.failures().size(),
                        recovery[0],
                        recovery[1]);
                assertThat(atGrid.failures()).isEmpty();
                assertThat(atHttp.failures()).isEmpty();
                assertThat(recovery[0]).describedAs("grid").isLessThanOrEqualTo(RECOVERY_SECONDS);
                assertThat(recovery[1]).describedAs("http").isLessThanOrEqualTo(RECOVERY_SECONDS);
            }
        }
    }

    /** Watches how long after the hub is ready each edge knows what is the newest. */
    private static final class Recovery implements AutoCloseable {
        private final Health hub;
        private final List<SyncProbe> edges;
        private final long[] fresh;
        private final Thread thread = new Thread(this::watch, "recovery");
        private volatile boolean wanted = true;
        private volatile long returned;

        private Recovery(String hubUrl, List<SyncProbe> edges) {
            this.hub = new Health(hubUrl);
            this.edges = edges;
            this.fresh = new long[edges.size()];
        }

        static Recovery watch(String hubUrl, List<SyncProbe> edges) {
            Recovery recovery = new Recovery(hubUrl, edges);
            recovery.thread.start();
            return recovery;
        }

        private void watch() {
            while (wanted) {
                if (returned == 0 && hub.ready()) {
                    returned = System.nanoTime();
                }
                for (int i = 0; i < fresh.length; i++) {
                    record(i);
                }
                try {
                    TimeUnit.MILLISECONDS.sleep(50);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }

        private synchronized void record(int edge) {
            if (fresh[edge] == 0 && edges.get(edge).age() < FRESH_SECONDS) {
                fresh[edge] = System.nanoTime();
            }
        }

        private synchronized boolean isOver() {
            for (long moment : fresh) {
                if (moment == 0) {
                    return false;
                }
            }
            return returned != 0;
        }

        /** For each edge; nothing where it was fresh before the hub said that it was ready. */
        double[] seconds() {
            await().atMost(LIMIT).until(this::isOver);
            double[] seconds = new double[fresh.length];
            synchronized (this) {
                for (int i = 0; i < fresh.length; i++) {
                    seconds[i] = Math.max(0, (fresh[i] - returned) / 1e9);
                }
            }
            return seconds;
        }

        @Override
        public void close() {
            wanted = false;
            thread.interrupt();
        }
    }

    /** The hub, asked whether it is ready. */
    private record Health(String url) {
        boolean ready() {
            try {
                return RawHttp.send(url, "GET", "/health/ready", Map.of(), new byte[0])
                                .status()
                        == 200;
            } catch (RuntimeException away) {
                return false;
            }
        }
    }
}
