package dev.jackstaff.engine.fleet;

import dev.jackstaff.engine.usage.UsageBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The status report of one edge.
 *
 * @param id the edge's id, unique among all edges of a hub
 * @param region the region that the operators configured; empty if they did not
 * @param sentAt the time of the report, by the edge's clock
 * @param refusals why the edge refuses the newest snapshot of an environment, by {@code project/environment}
 * @param via the ids of the edges that relayed this report, nearest to the edge first
 */
public record EdgeStatus(
        String id,
        String version,
        String region,
        Instant startedAt,
        Instant sentAt,
        UpstreamLink upstream,
        List<EnvironmentStatus> environments,
        Traffic traffic,
        UsageBacklog backlog,
        Map<String, String> refusals,
        List<String> via) {
    /** The maximum number of edges between an edge and its hub. */
    public static final int MAX_HOPS = 32;

    public EdgeStatus {
        if (!UsageBatch.isEdgeId(id) || !via.stream().allMatch(UsageBatch::isEdgeId)) {
            throw new IllegalArgumentException("an edge id is required");
        }
        if (via.size() > MAX_HOPS) {
            throw new IllegalArgumentException("relayed by more than " + MAX_HOPS + " edges");
        }
        environments = List.copyOf(environments);
        refusals = Map.copyOf(refusals);
        via = List.copyOf(via);
    }

    /** The status of an edge that refuses no snapshot. */
    public EdgeStatus(
            String id,
            String version,
            String region,
            Instant startedAt,
            Instant sentAt,
            UpstreamLink upstream,
            List<EnvironmentStatus> environments,
            Traffic traffic,
            UsageBacklog backlog,
            List<String> via) {
        this(id, version, region, startedAt, sentAt, upstream, environments, traffic, backlog, Map.of(), via);
    }

    /** The upstream that an edge has its snapshots from. */
    public record UpstreamLink(String kind, String address, boolean connected) {}

    /**
     * The state of an environment that an edge serves.
     *
     * @param key {@code project/environment}
     * @param hash the hash of the snapshot's document, equal on all edges that serve the same revision
     * @param ageMillis the time since the upstream confirmed that this is the newest revision; -1 if it never did
     */
    public record EnvironmentStatus(String key, String id, long revision, String hash, long ageMillis) {}

    /**
     * The traffic an edge serves.
     *
     * @param streams the number of clients with an open change stream
     * @param applications the number of applications seen in about the last hour
     */
    public record Traffic(int streams, int applications, double requestsPerSecond) {}

    /**
     * The usage that an edge has counted and not yet delivered.
     *
     * @param dropped the number of evaluations that were not counted or were discarded since the start
     * @param droppedReports the number of discarded client reports
     * @param droppedAgeMillis the time since evaluations were dropped; -1 if none were
     */
    public record UsageBacklog(
            int batches, long evaluations, long dropped, long droppedReports, long droppedAgeMillis) {}

    /** A copy of this status with the id of an edge that relayed it. */
    public EdgeStatus relayedBy(String edge) {
        List<String> extended = new ArrayList<>(via);
        extended.add(edge);
        return new EdgeStatus(
                id, version, region, startedAt, sentAt, upstream, environments, traffic, backlog, refusals, extended);
    }
}
