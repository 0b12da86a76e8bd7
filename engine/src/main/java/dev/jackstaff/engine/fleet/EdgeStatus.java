package dev.jackstaff.engine.fleet;

import dev.jackstaff.engine.usage.UsageBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an edge says of itself.
 *
 * @param id unique among all edges of a hub
 * @param region where it runs, as its operators call it; empty where they do not say
 * @param sentAt by the edge's clock
 * @param via the ids of the edges that handed this on, nearest to the edge first
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
        List<String> via) {
    /** How many edges may stand between an edge and its hub. */
    public static final int MAX_HOPS = 32;

    public EdgeStatus {
        if (!UsageBatch.isEdgeId(id) || !via.stream().allMatch(UsageBatch::isEdgeId)) {
            throw new IllegalArgumentException("an edge's id is needed");
        }
        if (via.size() > MAX_HOPS) {
            throw new IllegalArgumentException("the way is too long");
        }
        environments = List.copyOf(environments);
        via = List.copyOf(via);
    }

    /** Where the edge has its snapshots from. */
    public record UpstreamLink(String kind, String address, boolean connected) {}

    /**
     * An environment that the edge serves.
     *
     * @param key {@code project/environment}
     * @param hash of the snapshot's document: edges that serve the same revision have the same
     * @param ageMillis how long ago the source confirmed that this is the newest; -1 where it never did
     */
    public record EnvironmentStatus(String key, String id, long revision, String hash, long ageMillis) {}

    /**
     * Who asks the edge.
     *
     * @param streams how many clients listen to changes
     * @param applications how many applications named themselves in the last hour or so
     */
    public record Traffic(int streams, int applications, double requestsPerSecond) {}

    /**
     * What the edge has counted and not yet got rid of.
     *
     * @param dropped evaluations that it could not count or had to throw away since it was started
     * @param droppedReports what clients told of themselves and it had to throw away
     */
    public record UsageBacklog(int batches, long evaluations, long dropped, long droppedReports) {}

    /** The same, handed on by another edge. */
    public EdgeStatus relayedBy(String edge) {
        List<String> longer = new ArrayList<>(via);
        longer.add(edge);
        return new EdgeStatus(id, version, region, startedAt, sentAt, upstream, environments, traffic, backlog, longer);
    }
}
