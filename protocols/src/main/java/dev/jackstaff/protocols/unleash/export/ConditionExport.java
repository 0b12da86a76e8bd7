package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.protocols.unleash.Constraint;
import dev.jackstaff.protocols.unleash.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Native conditions as ways to hold. A native segment whose condition is a single way becomes a segment of the document, and
 * so does its contrary; any other segment is written out where it is used.
 */
final class ConditionExport {
    private final Map<String, SegmentDefinition> definitions = new HashMap<>();
    private final Map<Literal.Segmented, Ways> known = new HashMap<>();
    private final Map<Literal.Segmented, Segment> segments = new LinkedHashMap<>();

    ConditionExport(Collection<SegmentDefinition> definitions) {
        definitions.forEach(definition -> this.definitions.put(definition.key(), definition));
    }

    Ways ways(ConditionDefinition condition) {
        return ways(condition, false);
    }

    Ways waysOfContrary(ConditionDefinition condition) {
        return ways(condition, true);
    }

    /** The segments that strategies were given, in the order of their ids. */
    List<Segment> segments() {
        return List.copyOf(segments.values());
    }

    /** The id of a segment that a strategy demands. */
    int id(Literal.Segmented segment) {
        return segments.computeIfAbsent(segment, this::segment).id();
    }

    private Segment segment(Literal.Segmented segment) {
        String name = segment.contrary() ? "not " + segment.key() : segment.key();
        return new Segment(
                segments.size() + 1,
                name,
                constraints(writtenOut(segment).each().get(0)));
    }

    private Ways ways(ConditionDefinition condition, boolean contrary) {
        if (condition instanceof ConditionDefinition.Compare compare) {
            return Ways.of(Literal.Constrained.of(compare, contrary));
        }
        if (condition instanceof ConditionDefinition.InSegment in) {
            return inSegment(new Literal.Segmented(in.segment(), contrary));
        }
        if (condition instanceof ConditionDefinition.All all) {
            List<Ways> parts = each(all.parts(), contrary);
            return contrary ? Ways.any(parts) : Ways.all(parts);
        }
        if (condition instanceof ConditionDefinition.Any any) {
            List<Ways> parts = each(any.parts(), contrary);
            return contrary ? Ways.all(parts) : Ways.any(parts);
        }
        List<Ways> parts = each(((ConditionDefinition.None) condition).parts(), !contrary);
        return contrary ? Ways.any(parts) : Ways.all(parts);
    }

    private List<Ways> each(List<ConditionDefinition> parts, boolean contrary) {
        List<Ways> ways = new ArrayList<>(parts.size());
        for (ConditionDefinition part : parts) {
            ways.add(ways(part, contrary));
        }
        return ways;
    }

    private Ways inSegment(Literal.Segmented segment) {
        Ways ways = writtenOut(segment);
        return ways.each().size() == 1 && !ways.always() ? Ways.of(segment) : ways;
    }

    /**
     * The ways of a segment, those of the segments within it included: no segment of a document holds another. Those within
     * come first, so that the stack is never deeper than one condition and one chain of segments, both of which are bounded.
     */
    private Ways writtenOut(Literal.Segmented segment) {
        Ways ways = known.get(segment);
        if (ways == null) {
            SegmentDefinition definition = definitions.get(segment.key());
            if (definition == null) {
                throw new IllegalArgumentException("unknown segment \"" + segment.key() + "\"");
            }
            Set<Literal.Segmented> within = new LinkedHashSet<>();
            collectSegments(definition.condition(), segment.contrary(), within);
            for (Literal.Segmented inner : within) {
                writtenOut(inner);
            }
            ways = writtenOut(ways(definition.condition(), segment.contrary()));
            known.put(segment, ways);
        }
        return ways;
    }

    private static void collectSegments(
            ConditionDefinition condition, boolean contrary, Set<Literal.Segmented> segments) {
        if (condition instanceof ConditionDefinition.InSegment in) {
            segments.add(new Literal.Segmented(in.segment(), contrary));
        } else if (condition instanceof ConditionDefinition.All all) {
            all.parts().forEach(part -> collectSegments(part, contrary, segments));
        } else if (condition instanceof ConditionDefinition.Any any) {
            any.parts().forEach(part -> collectSegments(part, contrary, segments));
        } else if (condition instanceof ConditionDefinition.None none) {
            none.parts().forEach(part -> collectSegments(part, !contrary, segments));
        }
    }

    private Ways writtenOut(Ways ways) {
        if (ways.tooMany()) {
            return ways;
        }
        List<Ways> plain = new ArrayList<>();
        for (Set<Literal> way : ways.each()) {
            List<Ways> demanded = new ArrayList<>(way.size());
            for (Literal literal : way) {
                demanded.add(literal instanceof Literal.Segmented inner ? writtenOut(inner) : Ways.of(literal));
            }
            plain.add(Ways.all(demanded));
        }
        return Ways.any(plain);
    }

    /** The constraints among some literals. */
    static List<Constraint> constraints(Collection<Literal> literals) {
        List<Constraint> constraints = new ArrayList<>();
        for (Literal literal : literals) {
            if (literal instanceof Literal.Constrained constrained) {
                constraints.add(constrained.constraint());
            }
        }
        return constraints;
    }
}
