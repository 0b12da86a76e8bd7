package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.imports.ImportResult;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import dev.jackstaff.domain.segment.control.SegmentEditor;
import dev.jackstaff.domain.segment.control.SegmentGraph;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The segments of an import as they will be stored, and those that are refused. A segment that decides in another
 * environment keeps its condition; an imported one of the same key becomes {@code key-2}. Not thread-safe.
 */
public final class SegmentPlan {
    private final ImportTarget target;
    private final Map<String, EnvironmentKey> inUse;
    private final ReferenceRenaming renaming;
    private final Map<SegmentKey, NewSegment> planned = new LinkedHashMap<>();
    private final Map<SegmentKey, String> refused = new LinkedHashMap<>();
    private SegmentGraph graph = new SegmentGraph();

    SegmentPlan(ImportTarget target, List<NewSegment> batch) {
        this.target = target;
        this.inUse = target.segmentsInUseElsewhere();
        this.renaming = new ReferenceRenaming(keys(batch));
        batch.forEach(segment -> planned.put(segment.key(), renamed(segment)));
        do {
            graph = SegmentGraph.of(target.segments().values());
            for (NewSegment segment : planned.values()) {
                graph.put(segment.key().value(), segment.details().condition());
            }
        } while (refuseInvalid());
    }

    private Map<String, String> keys(List<NewSegment> batch) {
        Map<String, ConditionDefinition> imported = new LinkedHashMap<>();
        batch.forEach(
                segment -> imported.put(segment.key().value(), segment.details().condition()));
        Map<String, ConditionDefinition> existing = new LinkedHashMap<>();
        target.segments().forEach((key, segment) -> existing.put(key, segment.condition()));
        return KeyAssignment.of(imported, existing, inUse::containsKey);
    }

    private NewSegment renamed(NewSegment segment) {
        SegmentDetails details = segment.details();
        return new NewSegment(
                new SegmentKey(storedKey(segment.key())),
                new SegmentDetails(details.name(), details.description(), renaming.apply(details.condition())));
    }

    private String storedKey(SegmentKey key) {
        return renaming.segments().getOrDefault(key.value(), key.value());
    }

    private boolean refuseInvalid() {
        Map<SegmentKey, String> invalid = new LinkedHashMap<>();
        planned.forEach((key, segment) -> {
            try {
                SegmentEditor.check(segment.key(), segment.details(), graph);
            } catch (DomainException refusal) {
                invalid.put(key, refusal.sentence());
            }
        });
        planned.keySet().removeAll(invalid.keySet());
        refused.putAll(invalid);
        return !invalid.isEmpty();
    }

    /** The segment to store for an imported one; null if it is refused. */
    @Nullable
    NewSegment planned(SegmentKey key) {
        return planned.get(key);
    }

    /** The result of a refused segment. */
    ImportResult refusal(SegmentKey key) {
        boolean exists = target.segments().containsKey(key.value());
        return ImportResult.refused(exists, refused.getOrDefault(key, "it is invalid"));
    }

    /** The differences of a planned segment from the imported one. */
    List<String> notes(SegmentKey key) {
        String stored = storedKey(key);
        return stored.equals(key.value())
                ? List.of()
                : List.of("Environment \"" + inUse.get(key.value()) + "\" uses another segment \"" + key
                        + "\"; the imported one becomes \"" + stored + "\".");
    }

    /** The stored key of each imported segment. */
    Map<String, String> keys() {
        return renaming.segments();
    }

    /**
     * Refuses references to imported segments that are refused.
     *
     * @throws DomainException.Conflict with the first
     */
    void refuseReferences(Set<String> segments) {
        refused.forEach((key, reason) -> {
            if (segments.contains(key.value())) {
                throw new DomainException.Conflict("its segment \"" + key + "\" is refused: " + reason);
            }
        });
    }

    /** All segments after the import. */
    SegmentGraph graph() {
        return graph;
    }
}
