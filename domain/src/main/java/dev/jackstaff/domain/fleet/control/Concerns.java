package dev.jackstaff.domain.fleet.control;

import dev.jackstaff.domain.fleet.boundary.EdgeServerView.Concern;
import dev.jackstaff.domain.fleet.boundary.EdgeServerView.Kind;
import dev.jackstaff.engine.fleet.EdgeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with edges: seen from one alone, from the hub, and from all of them together. */
public final class Concerns {
    private final Map<String, FleetStore.Head> heads;
    private final Map<String, Map<String, Integer>> hashes = new HashMap<>();
    private final Instant now;
    private final FleetLimits.Values limits;

    private Concerns(Map<String, FleetStore.Head> heads, FleetLimits.Values limits, Instant now) {
        this.heads = heads;
        this.limits = limits;
        this.now = now;
    }

    /** All that can be said of these edges. */
    public static Concerns of(
            List<FleetStore.Known> fleet, Map<String, FleetStore.Head> heads, FleetLimits.Values limits, Instant now) {
        Concerns concerns = new Concerns(heads, limits, now);
        fleet.stream().filter(server -> !concerns.silent(server)).forEach(concerns::note);
        return concerns;
    }

    private void note(FleetStore.Known server) {
        for (EdgeStatus.Environment environment : server.status().environments()) {
            hashes.computeIfAbsent(revision(environment), revision -> new HashMap<>())
                    .merge(environment.hash(), 1, Integer::sum);
        }
    }

    private static String revision(EdgeStatus.Environment environment) {
        return environment.id() + " " + environment.revision();
    }

    /** What is wrong with an edge. Of one that is silent nothing else is said. */
    public List<Concern> about(FleetStore.Known server) {
        if (silent(server)) {
            long seconds = Duration.between(server.seenAt(), now).toSeconds();
            return List.of(new Concern(Kind.SILENT, "", "it has said nothing for " + seconds + " s"));
        }
        List<Concern> concerns = new ArrayList<>();
        for (EdgeStatus.Environment environment : server.status().environments()) {
            if (lags(environment)) {
                concerns.add(new Concern(Kind.LAGS, environment.key(), lagging(environment)));
            }
            if (disagrees(environment)) {
                concerns.add(new Concern(
                        Kind.DISAGREES,
                        environment.key(),
                        "other edges serve something else at revision " + environment.revision()));
            }
        }
        return concerns;
    }

    private boolean silent(FleetStore.Known server) {
        return server.seenAt().plus(limits.silence()).isBefore(now);
    }

    private boolean lags(EdgeStatus.Environment environment) {
        FleetStore.Head head = heads.get(environment.id());
        boolean behind = head != null
                && environment.revision() < head.revision()
                && head.since().plus(limits.lag()).isBefore(now);
        return behind || environment.ageMillis() > limits.lag().toMillis();
    }

    private String lagging(EdgeStatus.Environment environment) {
        FleetStore.Head head = heads.get(environment.id());
        String revision = "it serves revision " + environment.revision();
        return head != null && environment.revision() < head.revision()
                ? revision + ", the hub has " + head.revision()
                : revision + ", and has not been told for " + environment.ageMillis() / 1_000
                        + " s that it is the newest";
    }

    /** Those who are fewer disagree; where none are more, all do. */
    private boolean disagrees(EdgeStatus.Environment environment) {
        Map<String, Integer> present = hashes.getOrDefault(revision(environment), Map.of());
        int own = present.getOrDefault(environment.hash(), 0);
        return present.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(environment.hash()) && other.getValue() >= own);
    }
}
