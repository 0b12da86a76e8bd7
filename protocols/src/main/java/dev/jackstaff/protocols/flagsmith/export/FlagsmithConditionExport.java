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
            return condition.match(new RuleAtDepth(this, depth));
        }

        SegmentRule comparison(ConditionDefinition.Comparison comparison) {
            SegmentRule rule = ComparisonExport.rule(comparison, notes);
            size += SegmentRules.size(rule);
            return rule;
        }
    }

    /** The rule of a condition at a depth of nesting. */
    private final class RuleAtDepth implements ConditionDefinition.Cases<SegmentRule> {
        private final RuleBuilder builder;
        private final int depth;

        RuleAtDepth(RuleBuilder builder, int depth) {
            this.builder = builder;
            this.depth = depth;
        }

        @Override
        public SegmentRule all(ConditionDefinition.All all) {
            return SegmentRules.all(each(all.parts()));
        }

        @Override
        public SegmentRule any(ConditionDefinition.Any any) {
            return SegmentRules.any(each(any.parts()));
        }

        @Override
        public SegmentRule none(ConditionDefinition.None none) {
            return SegmentRules.none(each(none.parts()));
        }

        @Override
        public SegmentRule comparison(ConditionDefinition.Comparison comparison) {
            return builder.comparison(comparison);
        }

        @Override
        public SegmentRule inSegment(ConditionDefinition.InSegment inSegment) {
            ConditionDefinition segment = segments.get(inSegment.segment());
            if (segment == null) {
                throw new UnsupportedConditionException(
                        "the segment \"" + inSegment.segment() + "\", which is not there");
            }
            return builder.rule(segment, depth);
        }

        private List<SegmentRule> each(List<ConditionDefinition> parts) {
            return parts.stream().map(part -> builder.rule(part, depth + 1)).toList();
        }
    }
}
