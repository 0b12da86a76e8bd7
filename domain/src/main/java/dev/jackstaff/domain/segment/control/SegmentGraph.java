package dev.jackstaff.domain.segment.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.segment.entity.Segment;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A project's segments and their containment graph. Not thread-safe. */
public final class SegmentGraph {
    private final Map<String, ConditionDefinition> conditions = new HashMap<>();

    public static SegmentGraph of(Collection<Segment> segments) {
        SegmentGraph graph = new SegmentGraph();
        for (Segment segment : segments) {
            graph.put(segment.key().value(), segment.condition());
        }
        return graph;
    }

    /** Adds a segment, or replaces its condition. */
    public void put(String key, ConditionDefinition condition) {
        conditions.put(key, condition);
    }

    /** Adds a violation for each segment that a condition refers to and that does not exist. */
    public void checkReferences(String field, ConditionDefinition condition, Violations violations) {
        for (String key : DefinitionReferences.segmentsOf(condition)) {
            violations.require(conditions.containsKey(key), field, "there is no segment \"" + key + "\"");
        }
    }

    /**
     * Refuses a segment that contains itself.
     *
     * @throws DomainException.Conflict with the path, if it does
     */
    public void refuseCycle(String key) {
        visit(key, new LinkedHashSet<>(), new HashSet<>());
    }

    /** Follows each segment once: segments that are known to lead into no cycle are not followed again. */
    private void visit(String key, Set<String> path, Set<String> clear) {
        if (clear.contains(key)) {
            return;
        }
        if (!path.add(key)) {
            List<String> shown = new ArrayList<>(path);
            shown.add(key);
            throw new DomainException.Conflict("a segment must not contain itself: "
                    + String.join(" → ", shown.subList(shown.indexOf(key), shown.size())));
        }
        for (String part : DefinitionReferences.segmentsOf(conditions.getOrDefault(key, ConditionDefinition.ALWAYS))) {
            visit(part, path, clear);
        }
        path.remove(key);
        clear.add(key);
    }

    /** Adds a violation if a segment cannot be compiled. */
    public void checkCompiles(String key, Violations violations) {
        ConditionDefinition own = conditions.getOrDefault(key, ConditionDefinition.ALWAYS);
        FlagDefinition probe = new FlagDefinition(
                key,
                ValueType.BOOLEAN,
                true,
                false,
                List.of(),
                null,
                new OutcomeDefinition.Off(),
                List.of(),
                List.of(
                        RuleDefinition.of("", own, new OutcomeDefinition.Off()),
                        RuleDefinition.of("", new ConditionDefinition.InSegment(key), new OutcomeDefinition.Off())),
                FlagDefinition.NATIVE_BUCKETING);
        for (CompilationProblem problem :
                SnapshotCompiler.compile(List.of(probe), definitions()).problems()) {
            violations.add("condition", problem.reason());
        }
    }

    /** All segments as engine definitions. */
    public List<SegmentDefinition> definitions() {
        return conditions.entrySet().stream()
                .map(entry -> new SegmentDefinition(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The segments that directly contain a segment. */
    public List<String> parentsOf(String key) {
        return conditions.entrySet().stream()
                .filter(entry ->
                        DefinitionReferences.segmentsOf(entry.getValue()).contains(key))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
