package dev.jackstaff.admin.event;

import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which flags the latest revisions of each environment changed, found by comparing what is served with what was served before.
 * Both hubs find the same, since both are told of all changes. Thread-safe.
 */
@ApplicationScoped
public class ChangeLog {
    /** The number of revisions of an environment that are remembered. */
    static final int REMEMBERED = 50;

    /** The number of changed flags above which they are not named. */
    static final int NAMED = 100;

    private final Map<String, History> histories = new HashMap<>();

    /** The flags that one step changed; empty if they cannot be named. */
    private record Step(long revision, Optional<Set<String>> flags) {}

    private record History(Snapshot latest, Deque<Step> steps) {}

    /**
     * The keys of the flags that were changed since a revision, in their order; empty if they cannot be named: they are too many,
     * a segment was changed, or the revision is too old.
     */
    synchronized Optional<Set<String>> changedSince(ServedEnvironment now, long revision) {
        Deque<Step> steps = update(now).steps();
        if (steps.isEmpty() || steps.getFirst().revision() > revision + 1) {
            return Optional.empty();
        }
        Set<String> changed = new TreeSet<>();
        for (Step step : steps) {
            if (step.revision() > revision) {
                if (step.flags().isEmpty()) {
                    return Optional.empty();
                }
                changed.addAll(step.flags().get());
            }
        }
        return changed.size() > NAMED ? Optional.empty() : Optional.of(changed);
    }

    /** Remembers what is served now, so that the next change can be compared with it. */
    synchronized void remember(ServedEnvironment now) {
        update(now);
    }

    /** Forgets the environments that are no longer served. */
    synchronized void retain(Set<String> environments) {
        histories.keySet().retainAll(environments);
    }

    private History update(ServedEnvironment now) {
        Snapshot snapshot = now.snapshotForListing();
        History known = histories.get(now.key());
        if (known != null && known.latest().revision() >= snapshot.revision()) {
            return known;
        }
        Deque<Step> steps = new ArrayDeque<>();
        if (known != null) {
            steps.addAll(known.steps());
            steps.addLast(new Step(snapshot.revision(), difference(known.latest(), snapshot)));
            if (steps.size() > REMEMBERED) {
                steps.removeFirst();
            }
        }
        History history = new History(snapshot, steps);
        histories.put(now.key(), history);
        return history;
    }

    private static Optional<Set<String>> difference(Snapshot before, Snapshot after) {
        if (!byKey(before.segments(), SegmentDefinition::key).equals(byKey(after.segments(), SegmentDefinition::key))) {
            return Optional.empty();
        }
        Map<String, FlagDefinition> were = byKey(before.flags(), FlagDefinition::key);
        Map<String, FlagDefinition> are = byKey(after.flags(), FlagDefinition::key);
        Set<String> changed = new TreeSet<>(were.keySet());
        changed.addAll(are.keySet());
        changed.removeIf(key -> are.containsKey(key) && are.get(key).equals(were.get(key)));
        return changed.size() > NAMED ? Optional.empty() : Optional.of(changed);
    }

    private static <T> Map<String, T> byKey(List<T> definitions, Function<T, String> key) {
        return definitions.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
