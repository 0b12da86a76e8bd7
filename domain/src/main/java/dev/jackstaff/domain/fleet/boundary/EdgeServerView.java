package dev.jackstaff.domain.fleet.boundary;

import dev.jackstaff.engine.fleet.EdgeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An edge, and what is wrong with it.
 *
 * @param seenAt when it told of itself last, by the hub's clock
 * @param newestRevisions the hub's revisions by the ids of environments
 * @param alarms empty where all is well
 */
public record EdgeServerView(EdgeStatus status, Instant seenAt, Map<String, Long> newestRevisions, List<Alarm> alarms) {
    public EdgeServerView {
        newestRevisions = Map.copyOf(newestRevisions);
        alarms = List.copyOf(alarms);
    }

    /** What can be wrong with an edge. */
    public enum AlarmKind {
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
     * @param message for people
     */
    public record Alarm(AlarmKind kind, String environment, String message) {}
}
