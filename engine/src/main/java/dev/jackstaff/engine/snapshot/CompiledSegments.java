package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.condition.Condition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The compiled segments of an environment. A broken segment breaks only the flags and segments that name it. */
final class CompiledSegments {
    private static final int LONGEST_CHAIN = SnapshotCompiler.MAX_CHAIN_LENGTH;

    private final Map<String, Condition> compiled = new HashMap<>();
    private final Map<String, String> broken = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    private CompiledSegments() {}

    static CompiledSegments of(Collection<SegmentDefinition> definitions) {
        TopologicalOrder<SegmentDefinition> order = TopologicalOrder.of(
                definitions, SegmentDefinition::key, segment -> DefinitionReferences.segmentsOf(segment.condition()));
        CompiledSegments segments = new CompiledSegments();
        order.cycles().forEach((segment, circle) -> segments.broken.put(segment.key(), "a cycle: " + circle));
        order.sorted().forEach(segments::add);
        return segments;
    }

    private void add(SegmentDefinition definition) {
        try {
            int depth = 1;
            for (String inner : DefinitionReferences.segmentsOf(definition.condition())) {
                depth = Math.max(depth, 1 + depths.getOrDefault(inner, 0));
            }
            if (depth > LONGEST_CHAIN) {
                throw new IllegalArgumentException("a chain of more than " + LONGEST_CHAIN + " segments");
            }
            compiled.put(definition.key(), new ConditionCompiler(this).compile(definition.condition()));
            depths.put(definition.key(), depth);
        } catch (IllegalArgumentException unfit) {
            broken.put(definition.key(), String.valueOf(unfit.getMessage()));
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
