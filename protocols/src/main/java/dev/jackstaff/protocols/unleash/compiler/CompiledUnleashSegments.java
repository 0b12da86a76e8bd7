package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.protocols.unleash.UnleashSegment;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The segments of a document, each compiled once for all strategies that use it.
 *
 * @param broken the reasons for those that could not be compiled
 */
record CompiledUnleashSegments(Map<Integer, Condition> compiled, Map<Integer, String> broken) {
    CompiledUnleashSegments {
        compiled = Collections.unmodifiableMap(new HashMap<>(compiled));
        broken = Collections.unmodifiableMap(new HashMap<>(broken));
    }

    static CompiledUnleashSegments of(List<UnleashSegment> segments) {
        Map<Integer, Condition> compiled = new HashMap<>();
        Map<Integer, String> broken = new HashMap<>();
        for (UnleashSegment segment : segments) {
            try {
                String name = segment.name() == null ? Integer.toString(segment.id()) : segment.name();
                compiled.put(
                        segment.id(),
                        new Condition.InSegment(
                                PrintableText.singleLine(name),
                                new Condition.All(ConstraintCompiler.compileEach(segment.constraints()))));
            } catch (IllegalArgumentException invalid) {
                broken.put(segment.id(), String.valueOf(invalid.getMessage()));
            }
        }
        return new CompiledUnleashSegments(compiled, broken);
    }

    /**
     * The condition of a segment.
     *
     * @throws IllegalArgumentException if the document has no such segment, or it cannot be compiled
     */
    Condition condition(int id) {
        Condition condition = compiled.get(id);
        if (condition != null) {
            return condition;
        }
        String reason = broken.get(id);
        throw new IllegalArgumentException(
                reason == null ? "segment " + id + " is not in the document" : "segment " + id + ": " + reason);
    }
}
