package dev.jackstaff.domain.fleet.boundary;

import dev.jackstaff.engine.fleet.EdgeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An edge, and what is wrong with it.
 *
 * @param seenAt when it told of itself last, by the hub's clock
 * @param newest the hub's revisions by the ids of environments
 * @param concerns empty where all is well
 */
public record EdgeServerView(EdgeStatus status, Instant seenAt, Map<String, Long> newest, List<Concern> concerns) {
    public EdgeServerView {
        newest = Map.copyOf(newest);
        concerns = List.copyOf(concerns);
    }

    /** What can be wrong with an edge. */
    public enum Kind {
        /** It has not told of itself for a while. */
        SILENT,
        /** It serves an older revision than the hub has had for a while, or has not heard of the hub for as long. */
        LAGS,
        /** It serves something else at a revision than other edges do at the same. */
        DISAGREES
    }

    /**
     * Something that is wrong.
     *
     * @param environment {@code project/environment}; empty where it is the edge as a whole
     * @param sentence for people
     */
    public record Concern(Kind kind, String environment, String sentence) {}
}
