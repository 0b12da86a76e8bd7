package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.protocols.unleash.Constraint;
import dev.jackstaff.protocols.unleash.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            return contrary ? any(all.parts(), true) : all(all.parts(), false);
        }
        if (condition instanceof ConditionDefinition.Any any) {
            return contrary ? all(any.parts(), true) : any(any.parts(), false);
        }
        List<ConditionDefinition> parts = ((ConditionDefinition.None) condition).parts();
        return contrary ? any(parts, false) : all(parts, true);
    }

    private Ways all(List<ConditionDefinition> parts, boolean contrary) {
        Ways ways = Ways.ALWAYS;
        for (ConditionDefinition part : parts) {
            ways = ways.and(ways(part, contrary));
        }
        return ways;
    }

    private Ways any(List<ConditionDefinition> parts, boolean contrary) {
        Ways ways = Ways.NEVER;
        for (ConditionDefinition part : parts) {
            ways = ways.or(ways(part, contrary));
        }
        return ways;
    }

    private Ways inSegment(Literal.Segmented segment) {
        Ways ways = writtenOut(segment);
        return ways.each().size() == 1 && !ways.always() ? Ways.of(segment) : ways;
    }

    /** The ways of a segment, those of the segments within it included: no segment of a document holds another. */
    private Ways writtenOut(Literal.Segmented segment) {
        Ways ways = known.get(segment);
        if (ways == null) {
            SegmentDefinition definition = definitions.get(segment.key());
            if (definition == null) {
                throw new IllegalArgumentException("unknown segment \"" + segment.key() + "\"");
            }
            ways = writtenOut(ways(definition.condition(), segment.contrary()));
            known.put(segment, ways);
        }
        return ways;
    }

    private Ways writtenOut(Ways ways) {
        if (ways.tooMany()) {
            return ways;
        }
        Ways plain = Ways.NEVER;
        for (Set<Literal> way : ways.each()) {
            Ways whole = Ways.ALWAYS;
            for (Literal literal : way) {
                whole = whole.and(literal instanceof Literal.Segmented inner ? writtenOut(inner) : Ways.of(literal));
            }
            plain = plain.or(whole);
        }
        return plain;
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
