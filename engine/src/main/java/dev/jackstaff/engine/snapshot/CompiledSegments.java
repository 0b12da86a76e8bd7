package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.condition.Condition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The compiled segments of an environment. A broken segment breaks only the flags and segments that name it. */
final class CompiledSegments {
    private static final int MAX_CHAIN_LENGTH = SnapshotCompiler.MAX_CHAIN_LENGTH;

    private final Map<String, Condition> compiled = new HashMap<>();
    private final Map<String, String> broken = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    private CompiledSegments() {}

    static CompiledSegments of(Collection<SegmentDefinition> definitions) {
        TopologicalOrder<SegmentDefinition> order = TopologicalOrder.of(
                definitions, SegmentDefinition::key, segment -> DefinitionReferences.segmentsOf(segment.condition()));
        CompiledSegments segments = new CompiledSegments();
        order.cycles().forEach((segment, cycle) -> segments.broken.put(segment.key(), "a cycle: " + cycle));
        order.sorted().forEach(segments::add);
        return segments;
    }

    private void add(SegmentDefinition definition) {
        try {
            int depth = 1;
            for (String nested : DefinitionReferences.segmentsOf(definition.condition())) {
                depth = Math.max(depth, 1 + depths.getOrDefault(nested, 0));
            }
            if (depth > MAX_CHAIN_LENGTH) {
                throw new IllegalArgumentException("a chain of more than " + MAX_CHAIN_LENGTH + " segments");
            }
            compiled.put(definition.key(), new ConditionCompiler(this).compile(definition.condition()));
            depths.put(definition.key(), depth);
        } catch (IllegalArgumentException invalid) {
            broken.put(definition.key(), String.valueOf(invalid.getMessage()));
        }
    }

    /**
     * The condition of a segment.
     *
     * @throws IllegalArgumentException if it is unknown or broken
     */
    Condition condition(String key) {
        Condition condition = compiled.get(key);
        if (condition == null) {
            String reason = broken.get(key);
            throw new IllegalArgumentException(
                    reason == null ? "unknown segment \"" + key + "\"" : "broken segment \"" + key + "\": " + reason);
        }
        return condition;
    }
}
