package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The export of native conditions as segment rules. A native segment is replaced by its condition: Flagsmith's segments
 * cannot refer to each other.
 */
final class FlagsmithConditionExport {
    /** The maximum depth and size of one rule. */
    private static final int MAX_DEPTH = 30;

    private static final int MAX_SIZE = 2_000;
    private static final String TOO_DEEP = "a condition that lies too deep";

    private final Map<String, ConditionDefinition> segments = new HashMap<>();

    FlagsmithConditionExport(Collection<SegmentDefinition> segments) {
        segments.forEach(segment -> this.segments.put(segment.key(), segment.condition()));
    }

    /**
     * The rule of a condition whose segments all exist and form no cycle.
     *
     * @throws UnsupportedConditionException if Flagsmith cannot express it
     */
    SegmentRule rule(ConditionDefinition condition, FlagsmithExportNotes notes) {
        SegmentRule rule = new RuleBuilder(notes).rule(condition, 1);
        if (SegmentRules.depth(rule) > MAX_DEPTH) {
            throw new UnsupportedConditionException(TOO_DEEP);
        }
        return rule;
    }

    /** A builder of one rule, which limits its size. */
    private final class RuleBuilder {
        private final FlagsmithExportNotes notes;
        private int size;

        RuleBuilder(FlagsmithExportNotes notes) {
            this.notes = notes;
        }

        SegmentRule rule(ConditionDefinition condition, int depth) {
            if (depth > MAX_DEPTH) {
                throw new UnsupportedConditionException(TOO_DEEP);
            }
            if (++size > MAX_SIZE) {
                throw new UnsupportedConditionException("a condition that is too large");
            }
            if (condition instanceof ConditionDefinition.All all) {
                return SegmentRules.all(each(all.parts(), depth));
            }
            if (condition instanceof ConditionDefinition.Any any) {
                return SegmentRules.any(each(any.parts(), depth));
            }
            if (condition instanceof ConditionDefinition.None none) {
                return SegmentRules.none(each(none.parts(), depth));
            }
            if (condition instanceof ConditionDefinition.InSegment in) {
                ConditionDefinition segment = segments.get(in.segment());
                if (segment == null) {
                    throw new UnsupportedConditionException("the segment \"" + in.segment() + "\", which is not there");
                }
                return rule(segment, depth);
            }
            SegmentRule comparison = ComparisonExport.rule((ConditionDefinition.Comparison) condition, notes);
            size += SegmentRules.size(comparison);
            return comparison;
        }

        private List<SegmentRule> each(List<ConditionDefinition> parts, int depth) {
            return parts.stream().map(part -> rule(part, depth + 1)).toList();
        }
    }
}
