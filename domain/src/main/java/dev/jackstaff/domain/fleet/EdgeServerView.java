package dev.jackstaff.domain.fleet;

import dev.jackstaff.engine.fleet.EdgeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An edge with its last status and its alarms.
 *
 * @param seenAt when its last status report arrived, by the hub's clock
 * @param newestRevisions the revisions of environments on the hub, by environment id
 * @param alarms empty if all is well
 */
public record EdgeServerView(EdgeStatus status, Instant seenAt, Map<String, Long> newestRevisions, List<Alarm> alarms) {
    public EdgeServerView {
        newestRevisions = Map.copyOf(newestRevisions);
        alarms = List.copyOf(alarms);
    }

    /** The kinds of alarms about an edge. */
    public enum AlarmKind {
        /** No status report for a while. */
        SILENT,
        /** It has served an older revision than the hub's for too long, or has not heard from its upstream for as long. */
        LAGS,
        /** Its snapshot has another hash than that of other edges at the same revision. */
        DISAGREES,
        /** It dropped counted evaluations a short while ago. */
        DROPS,
        /** It refuses the newest snapshot of an environment, and serves the last one that it could hold. */
        REFUSES
    }

    /**
     * An alarm about an edge.
     *
     * @param environment {@code project/environment}; empty for the edge as a whole
     * @param message for people
     */
    public record Alarm(AlarmKind kind, String environment, String message) {}
}
