package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.EvaluationCost;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.flag.Prerequisite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compiler of native snapshots to a {@link FlagSet}. A flag that cannot be compiled is reported, and answers with
 * an error so that each client falls back to its own default: a guess could reveal what a rule was meant to hide.
 */
public final class SnapshotCompiler {
    /** The maximum length of a chain of prerequisites, or of segments within segments. */
    public static final int MAX_CHAIN_LENGTH = 32;

    private final Map<String, FlagDefinition> definitions = new LinkedHashMap<>();
    private final CompiledSegments segments;
    private final Map<String, Flag> flags = new HashMap<>();
    /** The length of the prerequisite chain that each successfully compiled flag begins. */
    private final Map<String, Integer> depths = new HashMap<>();

    private final EvaluationCost cost = new EvaluationCost();
    private final List<CompilationProblem> problems = new ArrayList<>();

    private SnapshotCompiler(Collection<FlagDefinition> flags, Collection<SegmentDefinition> segments) {
        flags.forEach(flag -> definitions.put(flag.key(), flag));
        this.segments = CompiledSegments.of(segments);
    }

    public static FlagSet compile(Snapshot snapshot) {
        return compile(snapshot.flags(), snapshot.segments());
    }

    /** The compiled flags of an environment, in the given order. */
    public static FlagSet compile(Collection<FlagDefinition> flags, Collection<SegmentDefinition> segments) {
        return new SnapshotCompiler(flags, segments).flagSet();
    }

    private FlagSet flagSet() {
        TopologicalOrder<FlagDefinition> order =
                TopologicalOrder.of(definitions.values(), FlagDefinition::key, SnapshotCompiler::parents);
        order.sorted().forEach(this::compile);
        order.cycles().forEach((flag, cycle) -> refuse(flag, "", "a cycle: " + cycle));
        List<Flag> inOrder = new ArrayList<>(definitions.size());
        for (String key : definitions.keySet()) {
            Optional.ofNullable(flags.get(key)).ifPresent(inOrder::add);
        }
        return new FlagSet(inOrder, problems);
    }

    private static List<String> parents(FlagDefinition definition) {
        return definition.prerequisites().stream()
                .map(PrerequisiteDefinition::flag)
                .toList();
    }

    private void compile(FlagDefinition definition) {
        FlagCompiler compiler = new FlagCompiler(definition, new ConditionCompiler(segments));
        try {
            int depth = depth(definition);
            List<Prerequisite> prerequisites = definition.prerequisites().stream()
                    .map(prerequisite -> prerequisite(prerequisite, compiler))
                    .toList();
            flags.put(definition.key(), cost.requireWithinLimit(compiler.compile(prerequisites)));
            depths.put(definition.key(), depth);
        } catch (IllegalArgumentException invalid) {
            refuse(definition, compiler.place(), String.valueOf(invalid.getMessage()));
        }
    }

    private void refuse(FlagDefinition definition, String place, String reason) {
        CompilationProblem problem = new CompilationProblem(definition.key(), place, reason);
        problems.add(problem);
        Evaluation failed = Evaluation.failed(definition.key(), ErrorCode.PARSE_ERROR, problem.message());
        flags.put(definition.key(), Flag.fixed(definition.serverOnly(), failed));
    }

    private Prerequisite prerequisite(PrerequisiteDefinition prerequisite, FlagCompiler compiler) {
        FlagDefinition parent = definitions.get(prerequisite.flag());
        Flag compiled = flags.get(prerequisite.flag());
        if (parent == null || compiled == null) {
            throw new IllegalArgumentException("unknown prerequisite \"" + prerequisite.flag() + "\"");
        }
        if (!depths.containsKey(parent.key())) {
            throw new IllegalArgumentException("broken prerequisite \"" + parent.key() + "\"");
        }
        return compiler.prerequisite(prerequisite, parent, compiled);
    }

    private int depth(FlagDefinition definition) {
        int depth = 1;
        for (PrerequisiteDefinition prerequisite : definition.prerequisites()) {
            depth = Math.max(depth, 1 + depths.getOrDefault(prerequisite.flag(), 0));
        }
        if (depth > MAX_CHAIN_LENGTH) {
            throw new IllegalArgumentException("a chain of more than " + MAX_CHAIN_LENGTH + " flags");
        }
        return depth;
    }
}
