package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.engine.flag.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a {@link FlagSet} of a native snapshot. A flag that cannot be compiled is reported, and answers with an error so that
 * each client falls back to its own default: guessing could show what a rule was meant to hide.
 */
public final class SnapshotCompiler {
    /** How long a chain of prerequisites, or of segments within segments, may be. */
    public static final int LONGEST_CHAIN = 32;

    /** How many flags one evaluation may ask by way of prerequisites, each counted as often as it is asked. */
    public static final int MOST_PREREQUISITES = 1_000;

    /** How many segments the rules of one flag, or one segment, may ask, each counted as often as it is asked. */
    public static final int MOST_SEGMENTS = 10_000;

    private final Map<String, FlagDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, SegmentDefinition> segmentDefinitions = new HashMap<>();
    private final Map<String, Condition> segments = new HashMap<>();
    /** How many segments each segment asks, for those that could be compiled. */
    private final Map<String, Integer> segmentCosts = new HashMap<>();

    private final Map<String, Flag> flags = new HashMap<>();
    /** How many flags each flag's evaluation asks, for those that could be compiled. */
    private final Map<String, Integer> costs = new HashMap<>();

    private final Set<String> underWay = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private SnapshotCompiler(Collection<FlagDefinition> flags, Collection<SegmentDefinition> segments) {
        flags.forEach(flag -> definitions.put(flag.key(), flag));
        segments.forEach(segment -> segmentDefinitions.put(segment.key(), segment));
    }

    public static FlagSet compile(Snapshot snapshot) {
        return compile(snapshot.flags(), snapshot.segments());
    }

    /** The compiled form of an environment's flags, in the order given. */
    public static FlagSet compile(Collection<FlagDefinition> flags, Collection<SegmentDefinition> segments) {
        return new SnapshotCompiler(flags, segments).flagSet();
    }

    private FlagSet flagSet() {
        segmentDefinitions.keySet().forEach(this::trySegment);
        List<Flag> compiled = new ArrayList<>(definitions.size());
        for (FlagDefinition definition : definitions.values()) {
            compiled.add(flag(definition));
        }
        return new FlagSet(compiled, problems);
    }

    /** A broken segment is reported by the flags that use it. */
    private void trySegment(String key) {
        try {
            segment(key);
        } catch (IllegalArgumentException broken) {
            segments.remove(key);
        }
    }

    private void segment(String key) {
        SegmentDefinition definition = segmentDefinitions.get(key);
        if (definition == null || segments.containsKey(key)) {
            return;
        }
        enter("segment " + key);
        try {
            for (String inner : References.segmentsOf(definition.condition())) {
                segment(inner);
            }
            segmentCosts.put(key, segmentsAsked(List.of(definition.condition())));
            segments.put(key, new ConditionCompiler(segments).compile(definition.condition()));
        } finally {
            underWay.remove("segment " + key);
        }
    }

    /** How many segments some conditions ask; without a bound, a few that name each other twice would take for ever. */
    private int segmentsAsked(List<ConditionDefinition> conditions) {
        long asked = 0;
        for (ConditionDefinition condition : conditions) {
            for (String key : References.segmentUsesIn(condition)) {
                asked += 1 + segmentCosts.getOrDefault(key, 0);
            }
        }
        if (asked > MOST_SEGMENTS) {
            throw new IllegalArgumentException("more than " + MOST_SEGMENTS + " segments, directly or through others");
        }
        return (int) asked;
    }

    private Flag flag(FlagDefinition definition) {
        Flag known = flags.get(definition.key());
        if (known == null) {
            known = compiled(definition);
            flags.put(definition.key(), known);
        }
        return known;
    }

    private Flag compiled(FlagDefinition definition) {
        FlagCompiler compiler = new FlagCompiler(definition, new ConditionCompiler(segments));
        try {
            enter(definition.key());
            segmentsAsked(
                    definition.rules().stream().map(RuleDefinition::condition).toList());
            return compiler.compile(prerequisites(definition, compiler));
        } catch (IllegalArgumentException broken) {
            Problem problem = new Problem(definition.key(), compiler.place(), String.valueOf(broken.getMessage()));
            problems.add(problem);
            costs.remove(definition.key());
            return Flag.settled(
                    definition.serverOnly(),
                    Evaluation.failed(definition.key(), ErrorCode.PARSE_ERROR, problem.sentence()));
        } finally {
            underWay.remove(definition.key());
        }
    }

    private List<Prerequisite> prerequisites(FlagDefinition definition, FlagCompiler compiler) {
        List<Prerequisite> prerequisites = new ArrayList<>();
        int cost = 0;
        for (PrerequisiteDefinition prerequisite : definition.prerequisites()) {
            FlagDefinition parent = definitions.get(prerequisite.flag());
            if (parent == null) {
                throw new IllegalArgumentException("unknown prerequisite \"" + prerequisite.flag() + "\"");
            }
            if (underWay.contains(prerequisite.flag())) {
                throw circle(prerequisite.flag());
            }
            Flag compiled = flag(parent);
            Integer parentCost = costs.get(parent.key());
            if (parentCost == null) {
                throw new IllegalArgumentException("broken prerequisite \"" + parent.key() + "\"");
            }
            prerequisites.add(compiler.prerequisite(prerequisite, parent, compiled));
            cost += 1 + parentCost;
        }
        if (cost > MOST_PREREQUISITES) {
            throw new IllegalArgumentException(
                    "more than " + MOST_PREREQUISITES + " prerequisites, directly or through others");
        }
        costs.put(definition.key(), cost);
        return prerequisites;
    }

    private void enter(String key) {
        if (underWay.contains(key)) {
            throw circle(key);
        }
        if (underWay.size() == LONGEST_CHAIN) {
            throw new IllegalArgumentException("a chain of more than " + LONGEST_CHAIN + " flags or segments");
        }
        underWay.add(key);
    }

    private IllegalArgumentException circle(String key) {
        return new IllegalArgumentException("a circle: " + String.join(" -> ", underWay) + " -> " + key);
    }
}
