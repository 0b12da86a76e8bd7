package dev.jackstaff.domain.fleet.control;

import dev.jackstaff.domain.fleet.EdgeServerView.Alarm;
import dev.jackstaff.domain.fleet.EdgeServerView.AlarmKind;
import dev.jackstaff.engine.fleet.EdgeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The alarms of a fleet, computed from statuses, the hub's revisions and the comparison of hashes. */
public final class EdgeAlarms {
    /** The time for which dropped evaluations are an alarm. */
    private static final Duration DROP_ALARM = Duration.ofMinutes(10);

    private final Map<String, EdgeStatusStore.EnvironmentRevision> heads;
    private final Map<String, Map<String, Integer>> hashCounts = new HashMap<>();
    private final Instant now;
    private final FleetLimits.Values limits;

    private EdgeAlarms(Map<String, EdgeStatusStore.EnvironmentRevision> heads, FleetLimits.Values limits, Instant now) {
        this.heads = heads;
        this.limits = limits;
        this.now = now;
    }

    /** The alarms of these edges. */
    public static EdgeAlarms of(
            List<EdgeStatusStore.StoredStatus> fleet,
            Map<String, EdgeStatusStore.EnvironmentRevision> heads,
            FleetLimits.Values limits,
            Instant now) {
        EdgeAlarms alarms = new EdgeAlarms(heads, limits, now);
        fleet.stream().filter(server -> !alarms.isSilent(server)).forEach(alarms::countHash);
        return alarms;
    }

    private void countHash(EdgeStatusStore.StoredStatus server) {
        for (EdgeStatus.EnvironmentStatus environment : server.status().environments()) {
            hashCounts
                    .computeIfAbsent(revisionKey(environment), revision -> new HashMap<>())
                    .merge(environment.hash(), 1, Integer::sum);
        }
    }

    private static String revisionKey(EdgeStatus.EnvironmentStatus environment) {
        return environment.id() + " " + environment.revision();
    }

    /** The alarms of one edge; a silent edge has that one alone. */
    public List<Alarm> alarmsOf(EdgeStatusStore.StoredStatus server) {
        if (isSilent(server)) {
            long seconds = Duration.between(server.seenAt(), now).toSeconds();
            return List.of(new Alarm(AlarmKind.SILENT, "", "no status report for " + seconds + " s"));
        }
        List<Alarm> alarms = new ArrayList<>();
        new TreeMap<>(server.status().refusals())
                .forEach((environment, reason) -> alarms.add(new Alarm(AlarmKind.REFUSES, environment, reason)));
        for (EdgeStatus.EnvironmentStatus environment : server.status().environments()) {
            if (isLagging(environment)) {
                alarms.add(new Alarm(AlarmKind.LAGS, environment.key(), lagMessage(environment)));
            }
            if (isInMinority(environment)) {
                alarms.add(new Alarm(
                        AlarmKind.DISAGREES,
                        environment.key(),
                        "other edges serve other content at revision " + environment.revision()));
            }
        }
        if (isDropping(server.status().backlog())) {
            alarms.add(new Alarm(AlarmKind.DROPS, "", dropMessage(server.status())));
        }
        return alarms;
    }

    private static boolean isDropping(EdgeStatus.UsageBacklog backlog) {
        return backlog.droppedAgeMillis() >= 0 && backlog.droppedAgeMillis() < DROP_ALARM.toMillis();
    }

    private static String dropMessage(EdgeStatus status) {
        return "dropped " + status.backlog().dropped() + " evaluations since " + status.startedAt() + ", the last "
                + status.backlog().droppedAgeMillis() / 1_000 + " s ago";
    }

    private boolean isSilent(EdgeStatusStore.StoredStatus server) {
        return server.seenAt().plus(limits.silentAfter()).isBefore(now);
    }

    private boolean isLagging(EdgeStatus.EnvironmentStatus environment) {
        EdgeStatusStore.EnvironmentRevision head = heads.get(environment.id());
        boolean behind = head != null
                && environment.revision() < head.revision()
                && head.since().plus(limits.lagAfter()).isBefore(now);
        return behind || environment.ageMillis() > limits.lagAfter().toMillis();
    }

    private String lagMessage(EdgeStatus.EnvironmentStatus environment) {
        EdgeStatusStore.EnvironmentRevision head = heads.get(environment.id());
        String revision = "serves revision " + environment.revision();
        return head != null && environment.revision() < head.revision()
                ? revision + "; the hub has " + head.revision()
                : revision + "; its upstream has not confirmed it for " + environment.ageMillis() / 1_000
                        + " s that it is the newest";
    }

    /** Whether at least as many edges serve another hash: the minority disagrees, and in a tie everybody does. */
    private boolean isInMinority(EdgeStatus.EnvironmentStatus environment) {
        Map<String, Integer> present = hashCounts.getOrDefault(revisionKey(environment), Map.of());
        int own = present.getOrDefault(environment.hash(), 0);
        return present.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(environment.hash()) && other.getValue() >= own);
    }
}
