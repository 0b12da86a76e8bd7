package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two edges without disks share a Redis. The hub dies, and a third edge, which never saw it, starts from what they left; Redis
 * dies under all three, and comes back empty; the hub comes back, and all is as it should be.
 */
@ExtendWith(SharedStack.class)
class SharedStoreST {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;
    private final String environment;

    SharedStoreST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
        this.environment = quickstart.project() + "/" + quickstart.environment();
    }

    @Test
    void aFreshEdgeStartsFromWhatItsSiblingsLeft() {
        ManagementClient hub = ManagementClient.of(installation);
        hub.createFlag("shared");
        Map<String, String> settings =
                new HashMap<>(ExtraEdge.httpUpstream(quickstart.hubUrl(), hub.edgeKey("shared")));
        try (RedisServer redis = RedisServer.start()) {
            settings.put("REDIS_URL", redis.url());
            try (ExtraEdge one = ExtraEdge.start("shared-one", settings);
                    ExtraEdge two = ExtraEdge.start("shared-two", settings);
                    Traffic atOne = traffic(one);
                    Traffic atTwo = traffic(two)) {
                long kept = hub.toggle("shared", true);
                await().atMost(LIMIT).until(() -> redis.revision(environment) >= kept);
                installation.kill("hub");
                hubIsAway(redis, settings, atOne, atTwo, kept);
            }
        }
    }

    private void hubIsAway(RedisServer redis, Map<String, String> settings, Traffic atOne, Traffic atTwo, long kept) {
        long begun = System.nanoTime();
        try (ExtraEdge fresh = ExtraEdge.start("shared-fresh", settings)) {
            fresh.awaitReady(quickstart);
            double ready = seconds(begun);
            OfrepClient.Answer answer = OfrepClient.at(fresh.url(), quickstart).evaluate("shared");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.revision()).isGreaterThanOrEqualTo(kept);
            try (Traffic atFresh = Traffic.at(OfrepClient.at(fresh.url(), quickstart), "shared")) {
                redis.kill();
                await().atMost(LIMIT).until(() -> health(fresh).contains("\"backup\""));
                whoeverStartsNowIsNotReady(settings);

                long back = System.nanoTime();
                redis.restart();
                await().atMost(LIMIT).until(() -> redis.revision(environment) >= kept);
                double filled = seconds(back);
                await().atMost(LIMIT).until(() -> !health(fresh).contains("\"backup\""));

                installation.runSuccessfully("up", "--detach");
                long revision = ManagementClient.of(installation).toggle("shared", false);
                atOne.awaitRevision(revision);
                atTwo.awaitRevision(revision);
                atFresh.awaitRevision(revision);
                await().atMost(LIMIT).until(() -> redis.revision(environment) >= revision);

                RunReport.print(
                        "shared Redis: a fresh edge ready %.1f s after its start, hub down; Redis killed, and filled again"
                                + " %.1f s after its return; %d answers, %d failed",
                        ready,
                        filled,
                        atOne.answers() + atTwo.answers() + atFresh.answers(),
                        atOne.failures().size()
                                + atTwo.failures().size()
                                + atFresh.failures().size());
                assertThat(atOne.failures()).isEmpty();
                assertThat(atTwo.failures()).isEmpty();
                assertThat(atFresh.failures()).isEmpty();
            }
        }
    }

    /** With hub and Redis away and no disk, an edge lives, and is not ready. */
    private static void whoeverStartsNowIsNotReady(Map<String, String> settings) {
        try (ExtraEdge nothing = ExtraEdge.start("shared-nothing", settings)) {
            await().atMost(START_LIMIT).until(() -> status(nothing, "/health/live") == 200);
            await().atMost(LIMIT).until(() -> status(nothing, "/health/ready") == 503);
            assertThat(health(nothing)).contains("\"environments\":0");
        }
    }

    private Traffic traffic(ExtraEdge edge) {
        OfrepClient asked = OfrepClient.at(edge.awaitReady(quickstart).url(), quickstart);
        await().atMost(LIMIT).until(() -> asked.evaluate("shared").status() == 200);
        return Traffic.at(asked, "shared");
    }

    private static String health(ExtraEdge edge) {
        return RawHttp.send(edge.url(), "GET", "/health/ready", Map.of(), new byte[0])
                .body();
    }

    /** 0 where nobody listens yet. */
    private static int status(ExtraEdge edge, String path) {
        try {
            return RawHttp.send(edge.url(), "GET", path, Map.of(), new byte[0]).status();
        } catch (UncheckedIOException notYet) {
            return 0;
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
