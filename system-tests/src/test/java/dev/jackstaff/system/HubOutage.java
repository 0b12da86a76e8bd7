package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hub that dies with a change committed and not published, is away for a while, and comes back. An edge in the data grid and one
 * over HTTP are asked all the while. Where there is a Redis, a third edge, which never saw the hub, starts from what the second
 * left there; then Redis dies too, and comes back empty.
 */
final class HubOutage {
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("jackstaff.outage.seconds", 15));
    private static final double FRESH_SECONDS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** The database lock that a hub holds while it publishes; see docs/decisions on publication. */
    private static final long PUBLICATION_LOCK = 0x6A6B_7300L;

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;
    private final String environment;
    private final String key;
    private final List<String> failures = new ArrayList<>();
    private @Nullable Seen seen;
    private @Nullable FreshStart freshStart;

    private HubOutage(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
        this.environment = quickstart.project() + "/" + quickstart.environment();
        this.key = ManagementClient.of(installation).edgeKey("outage");
    }

    /**
     * What was seen at the edge in the data grid and at the one over HTTP.
     *
     * @param ages of what they knew, in seconds, before the hub came back
     * @param recoveries the seconds from the hub's return until each was up to date
     * @param committed the revision that the hub had not published when it died
     * @param arrived the revision with which that change was served
     */
    record Seen(List<Double> ages, List<Double> recoveries, long committed, long arrived) {}

    /**
     * What was seen at the edge that never saw the hub.
     *
     * @param kept the revision that was in Redis
     * @param served the revision of its first answer
     * @param refilledSeconds from the return of Redis, empty, until it had that revision again
     */
    record FreshStart(long kept, long served, double refilledSeconds) {}

    static HubOutage of(StackUnderTest installation) throws SQLException {
        HubOutage outage = new HubOutage(installation);
        outage.run();
        return outage;
    }

    Duration away() {
        return AWAY;
    }

    /** What was wrong with answers, at any edge. */
    List<String> failures() {
        return failures;
    }

    Seen seen() {
        if (seen == null) {
            throw new IllegalStateException("the outage did not come to its end");
        }
        return seen;
    }

    /** Empty where there is no Redis. */
    Optional<FreshStart> freshStart() {
        return Optional.ofNullable(freshStart);
    }

    private void run() throws SQLException {
        ManagementClient hub = ManagementClient.of(installation);
        hub.createFlag("outage");
        hub.createFlag("crash");
        Map<String, String> settings = new HashMap<>(ExtraEdge.httpUpstream(quickstart.hubUrl(), key));
        RedisServer redis = RedisServer.present() ? RedisServer.start() : null;
        if (redis != null) {
            settings.put("REDIS_URL", redis.url());
        }
        try (redis;
                ExtraEdge extra = ExtraEdge.start("outage", settings)) {
            OfrepClient grid = OfrepClient.of(installation);
            OfrepClient http = OfrepClient.at(extra.awaitReady(quickstart).url(), quickstart);
            List<SyncProbe> probes = List.of(probe(quickstart.edgeUrl()), probe(extra.url()));
            await().atMost(LIMIT).until(() -> knows(grid) && knows(http));
            await().atMost(LIMIT).until(() -> probes.stream().allMatch(probe -> probe.age() < FRESH_SECONDS));
            try (Traffic atGrid = Traffic.at(grid, "outage");
                    Traffic atHttp = Traffic.at(http, "outage")) {
                long kept = hub.toggle("outage", true);
                atGrid.awaitRevision(kept);
                atHttp.awaitRevision(kept);
                long committed = die(hub, grid);
                if (redis != null) {
                    freshStart = startFromRedis(redis, settings, kept);
                }
                seen = comeBack(probes, grid, committed);
                long revision = ManagementClient.of(installation).toggle("outage", false);
                atGrid.awaitRevision(revision);
                atHttp.awaitRevision(revision);
                if (redis != null) {
                    await().atMost(LIMIT).until(() -> redis.revision(environment) >= revision);
                }
                failures.addAll(atGrid.failures());
                failures.addAll(atHttp.failures());
                RunReport.print(
                        "hub away: ages reached %.1f s (grid), %.1f s (http); %d and %d answers, %d failed;"
                                + " fresh again %.1f s (grid), %.1f s (http) after its return",
                        seen.ages.get(0),
                        seen.ages.get(1),
                        atGrid.answers(),
                        atHttp.answers(),
                        failures.size(),
                        seen.recoveries.get(0),
                        seen.recoveries.get(1));
            }
        }
    }

    private SyncProbe probe(String url) {
        return new SyncProbe(url, key, environment);
    }

    private static boolean knows(OfrepClient edge) {
        return edge.evaluate("outage").status() == 200 && edge.evaluate("crash").status() == 200;
    }

    /** Kills the hub while it waits to publish a change; answers that change's revision. */
    private long die(ManagementClient hub, OfrepClient edge) throws SQLException {
        try (Connection database = installation.database();
                PreparedStatement lock = database.prepareStatement("SELECT pg_advisory_lock(?)")) {
            lock.setLong(1, PUBLICATION_LOCK);
            lock.execute();
            long committed = hub.toggle("crash", true);
            assertThat(edge.evaluate("crash").value()).isFalse();
            installation.kill("hub");
            return committed;
        }
    }

    private FreshStart startFromRedis(RedisServer redis, Map<String, String> settings, long kept) {
        await().atMost(LIMIT).until(() -> redis.revision(environment) >= kept);
        long begun = System.nanoTime();
        try (ExtraEdge fresh = ExtraEdge.start("outage-fresh", settings)) {
            OfrepClient edge = OfrepClient.at(fresh.awaitReady(quickstart).url(), quickstart);
            double ready = seconds(begun);
            try (Traffic traffic = Traffic.at(edge, "outage")) {
                long served = edge.evaluate("outage").revision();
                redis.kill();
                await().atMost(LIMIT).until(() -> health(fresh).contains("\"backup\""));
                redis.restart();
                long back = System.nanoTime();
                await().atMost(LIMIT).until(() -> redis.revision(environment) >= kept);
                double filled = seconds(back);
                await().atMost(LIMIT).until(() -> !health(fresh).contains("\"backup\""));
                failures.addAll(traffic.failures());
                RunReport.print(
                        "shared Redis: a fresh edge ready %.1f s after its start, hub down; Redis killed, and filled again"
                                + " %.1f s after its return; %d answers, %d failed",
                        ready, filled, traffic.answers(), traffic.failures().size());
                return new FreshStart(kept, served, filled);
            }
        }
    }

    private Seen comeBack(List<SyncProbe> probes, OfrepClient grid, long committed) {
        await().atMost(AWAY.plus(LIMIT))
                .until(() -> probes.stream().allMatch(probe -> probe.age() >= AWAY.toSeconds()));
        List<Double> ages = probes.stream().map(SyncProbe::age).toList();
        List<Double> recoveries;
        try (Recovery watching = Recovery.watch(quickstart.hubUrl(), probes, FRESH_SECONDS)) {
            installation.runSuccessfully("up", "--detach");
            recoveries = watching.seconds();
        }
        await().atMost(LIMIT).until(() -> grid.evaluate("crash").value());
        return new Seen(ages, recoveries, committed, grid.evaluate("crash").revision());
    }

    private static String health(ExtraEdge edge) {
        return RawHttp.send(edge.url(), "GET", "/health/ready", Map.of(), new byte[0])
                .body();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
