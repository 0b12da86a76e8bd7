package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.protocols.unleash.Constraint;
import dev.jackstaff.protocols.unleash.UnleashSegment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The export of native conditions in disjunctive normal form. A native segment whose condition is a single conjunction
 * becomes a segment of the document, and so does its negation; any other segment is expanded where it is used.
 */
final class UnleashConditionExport {
    private final Map<String, SegmentDefinition> definitions = new HashMap<>();
    private final Map<Literal.SegmentLiteral, DisjunctiveNormalForm> known = new HashMap<>();
    private final Map<Literal.SegmentLiteral, UnleashSegment> segments = new LinkedHashMap<>();

    UnleashConditionExport(Collection<SegmentDefinition> definitions) {
        definitions.forEach(definition -> this.definitions.put(definition.key(), definition));
    }

    DisjunctiveNormalForm normalForm(ConditionDefinition condition) {
        return normalForm(condition, false);
    }

    DisjunctiveNormalForm negatedNormalForm(ConditionDefinition condition) {
        return normalForm(condition, true);
    }

    /** The segments that strategies use, in the order of their ids. */
    List<UnleashSegment> segments() {
        return List.copyOf(segments.values());
    }

    /** The id of a segment that a strategy uses. */
    int id(Literal.SegmentLiteral segment) {
        return segments.computeIfAbsent(segment, this::segment).id();
    }

    private UnleashSegment segment(Literal.SegmentLiteral segment) {
        String name = segment.contrary() ? "not " + segment.key() : segment.key();
        return new UnleashSegment(
                segments.size() + 1,
                name,
                constraints(expanded(segment).conjunctions().get(0)));
    }

    private DisjunctiveNormalForm normalForm(ConditionDefinition condition, boolean negated) {
        return condition.match(new NormalForm(negated));
    }

    /** The normal form of a condition, or of its negation. */
    private final class NormalForm implements ConditionDefinition.Cases<DisjunctiveNormalForm> {
        private final boolean negated;

        NormalForm(boolean negated) {
            this.negated = negated;
        }

        @Override
        public DisjunctiveNormalForm all(ConditionDefinition.All all) {
            List<DisjunctiveNormalForm> parts = each(all.parts(), negated);
            return negated ? DisjunctiveNormalForm.any(parts) : DisjunctiveNormalForm.all(parts);
        }

        @Override
        public DisjunctiveNormalForm any(ConditionDefinition.Any any) {
            List<DisjunctiveNormalForm> parts = each(any.parts(), negated);
            return negated ? DisjunctiveNormalForm.all(parts) : DisjunctiveNormalForm.any(parts);
        }

        @Override
        public DisjunctiveNormalForm none(ConditionDefinition.None none) {
            List<DisjunctiveNormalForm> parts = each(none.parts(), !negated);
            return negated ? DisjunctiveNormalForm.any(parts) : DisjunctiveNormalForm.all(parts);
        }

        @Override
        public DisjunctiveNormalForm comparison(ConditionDefinition.Comparison comparison) {
            return DisjunctiveNormalForm.of(Literal.ConstraintLiteral.of(comparison, negated));
        }

        @Override
        public DisjunctiveNormalForm inSegment(ConditionDefinition.InSegment inSegment) {
            return ofSegment(new Literal.SegmentLiteral(inSegment.segment(), negated));
        }

        private List<DisjunctiveNormalForm> each(List<ConditionDefinition> parts, boolean negated) {
            return parts.stream().map(part -> normalForm(part, negated)).toList();
        }
    }

    private DisjunctiveNormalForm ofSegment(Literal.SegmentLiteral segment) {
        DisjunctiveNormalForm ways = expanded(segment);
        return ways.conjunctions().size() == 1 && !ways.isAlways() ? DisjunctiveNormalForm.of(segment) : ways;
    }

    /**
     * The normal form of a segment, with the segments within it expanded: a segment of the document cannot contain
     * another. Nested segments are expanded first, so that the stack is never deeper than one condition and one chain
     * of segments, both of which are bounded.
     */
    private DisjunctiveNormalForm expanded(Literal.SegmentLiteral segment) {
        DisjunctiveNormalForm ways = known.get(segment);
        if (ways == null) {
            SegmentDefinition definition = definitions.get(segment.key());
            if (definition == null) {
                throw new IllegalArgumentException("unknown segment \"" + segment.key() + "\"");
            }
            Set<Literal.SegmentLiteral> within = new LinkedHashSet<>();
            collectSegments(definition.condition(), segment.contrary(), within);
            for (Literal.SegmentLiteral inner : within) {
                expanded(inner);
            }
            ways = expanded(normalForm(definition.condition(), segment.contrary()));
            known.put(segment, ways);
        }
        return ways;
    }

    private static void collectSegments(
            ConditionDefinition condition, boolean negated, Set<Literal.SegmentLiteral> segments) {
        if (condition instanceof ConditionDefinition.InSegment in) {
            segments.add(new Literal.SegmentLiteral(in.segment(), negated));
        }
        boolean inner = negated != condition instanceof ConditionDefinition.None;
        condition.parts().forEach(part -> collectSegments(part, inner, segments));
    }

    private DisjunctiveNormalForm expanded(DisjunctiveNormalForm ways) {
        if (ways.tooLarge()) {
            return ways;
        }
        List<DisjunctiveNormalForm> plain = new ArrayList<>();
        for (Set<Literal> conjunction : ways.conjunctions()) {
            List<DisjunctiveNormalForm> demanded = new ArrayList<>(conjunction.size());
            for (Literal literal : conjunction) {
                demanded.add(
                        literal instanceof Literal.SegmentLiteral inner
                                ? expanded(inner)
                                : DisjunctiveNormalForm.of(literal));
            }
            plain.add(DisjunctiveNormalForm.all(demanded));
        }
        return DisjunctiveNormalForm.any(plain);
    }

    /** The constraints among some literals. */
    static List<Constraint> constraints(Collection<Literal> literals) {
        List<Constraint> constraints = new ArrayList<>();
        for (Literal literal : literals) {
            if (literal instanceof Literal.ConstraintLiteral constrained) {
                constraints.add(constrained.constraint());
            }
        }
        return constraints;
    }
}
