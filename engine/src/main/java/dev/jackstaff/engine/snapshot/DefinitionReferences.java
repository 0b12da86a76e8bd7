package dev.jackstaff.engine.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The segments and variants that definitions refer to by key, and their comparisons. */
public final class DefinitionReferences {
    private DefinitionReferences() {}

    /** The segments that a condition names, at any depth. */
    public static Set<String> segmentsOf(ConditionDefinition condition) {
        return new LinkedHashSet<>(segmentUsesIn(condition));
    }

    /** The segments that a condition names, at any depth, with repetitions. */
    static List<String> segmentUsesIn(ConditionDefinition condition) {
        List<String> segments = new ArrayList<>();
        collectSegments(condition, segments);
        return segments;
    }

    /** The variants that an outcome can serve. */
    public static List<String> variantsOf(OutcomeDefinition outcome) {
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            return List.of(serve.variant());
        }
        if (outcome instanceof OutcomeDefinition.Split split) {
            return split.variants().stream()
                    .map(OutcomeDefinition.WeightedVariant::variant)
                    .toList();
        }
        return List.of();
    }

    /** The comparisons of a condition, at any depth. */
    public static List<ConditionDefinition.Comparison> comparisonsIn(ConditionDefinition condition) {
        List<ConditionDefinition.Comparison> comparisons = new ArrayList<>();
        collectComparisons(condition, comparisons);
        return comparisons;
    }

    private static void collectComparisons(
            ConditionDefinition condition, List<ConditionDefinition.Comparison> comparisons) {
        if (condition instanceof ConditionDefinition.Comparison comparison) {
            comparisons.add(comparison);
        }
        condition.parts().forEach(part -> collectComparisons(part, comparisons));
    }

    private static void collectSegments(ConditionDefinition condition, List<String> segments) {
        if (condition instanceof ConditionDefinition.InSegment in) {
            segments.add(in.segment());
        }
        condition.parts().forEach(part -> collectSegments(part, segments));
    }
}
