package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.protocols.flagsmith.FeatureState;
import dev.jackstaff.protocols.flagsmith.FlagsmithSegment;
import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import dev.jackstaff.protocols.flagsmith.export.AllocationPlan.FlagAllocation;
import dev.jackstaff.protocols.flagsmith.export.RuleAllocation.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The export of one flag as a feature state and segments that override it, one for each part of each rule, the first
 * the strongest. A rule that cannot be expressed is left out if it turns the flag on; if it turns the flag off, the flag
 * is off for everybody from that rule on.
 */
final class FlagExport {
    private final FlagDefinition flag;
    private final FlagAllocation allocation;
    private final FeatureStateFactory states;
    private final FlagsmithConditionExport conditions;
    private final IdAllocator segmentIds;
    private final FlagsmithExportNotes notes;
    private final List<FlagsmithSegment> segments = new ArrayList<>();

    FlagExport(
            FlagDefinition flag,
            FlagAllocation allocation,
            FeatureStateFactory states,
            FlagsmithConditionExport conditions,
            IdAllocator segmentIds,
            FlagsmithExportNotes notes) {
        this.flag = flag;
        this.allocation = allocation;
        this.states = states;
        this.conditions = conditions;
        this.segmentIds = segmentIds;
        this.notes = notes;
    }

    /** A feature state and the segments that override it. */
    record ExportedFeature(FeatureState state, List<FlagsmithSegment> segments) {}

    ExportedFeature export() {
        for (int i = 0; i < flag.rules().size(); i++) {
            RuleDefinition rule = flag.rules().get(i);
            RuleAllocation parts = allocation.rules().get(i);
            boolean asked = rule.enabled() && !parts.parts().isEmpty();
            if (asked && !add(rule, parts, rule.name().isEmpty() ? "rule " + (i + 1) : rule.name())) {
                return new ExportedFeature(states.off(null), segments);
            }
        }
        return new ExportedFeature(fallthrough(), segments);
    }

    private FeatureState fallthrough() {
        RuleAllocation parts = allocation.fallthrough();
        parts.notes().forEach(notes::addApproximation);
        List<SegmentRule> conditionOfAll = parts.requiredAttribute() == null
                ? List.of()
                : List.of(conditions.rule(exists(parts.requiredAttribute()), notes));
        for (Part part : parts.parts()) {
            if (part.share() == null && conditionOfAll.isEmpty()) {
                return state(part, null);
            }
            segment(part, conditionOfAll, nameOf("otherwise", part, parts));
        }
        return states.off(null);
    }

    /** Adds the segments of a rule; false if the rules after it do not count. */
    private boolean add(RuleDefinition rule, RuleAllocation parts, String name) {
        SegmentRule condition;
        try {
            condition = condition(rule.condition(), parts.requiredAttribute());
        } catch (UnsupportedConditionException unsupported) {
            return noteUnsupported(rule, name, unsupported);
        }
        parts.notes().forEach(notes::addApproximation);
        parts.parts().forEach(part -> segment(part, List.of(condition), nameOf(name, part, parts)));
        return true;
    }

    /** The condition of a rule; a split by an attribute is for those that have it, and others go on. */
    private SegmentRule condition(ConditionDefinition own, @Nullable String requiredAttribute) {
        if (requiredAttribute != null) {
            return conditions.rule(new ConditionDefinition.All(List.of(own, exists(requiredAttribute))), notes);
        }
        return own.equals(ConditionDefinition.ALWAYS) ? SegmentRules.ALWAYS : conditions.rule(own, notes);
    }

    private static ConditionDefinition exists(String attribute) {
        return ConditionDefinition.Comparison.of(attribute, Operator.EXISTS);
    }

    private boolean noteUnsupported(RuleDefinition rule, String name, UnsupportedConditionException unsupported) {
        boolean turnsOn = rule.outcome() instanceof OutcomeDefinition.Serve serve && states.isOn(serve.variant());
        notes.addApproximation("\"" + name + "\" asks for what Flagsmith cannot ask, " + unsupported.getMessage() + ": "
                + (turnsOn ? "it is left out." : "the flag is off for all whom it would come to."));
        return turnsOn;
    }

    /** The name of a part's segment; the parts of a series are told apart by what they serve. */
    private static String nameOf(String rule, Part part, RuleAllocation parts) {
        boolean several = parts.parts().size() > 1;
        return several && part.outcome() instanceof OutcomeDefinition.Serve serve
                ? rule + ", " + serve.variant()
                : rule;
    }

    private void segment(Part part, List<SegmentRule> conditionsOfAll, String name) {
        List<SegmentRule> rules = new ArrayList<>(conditionsOfAll);
        SegmentCondition share = part.share();
        if (share != null) {
            rules.add(SegmentRule.ofConditions(SegmentRule.ALL, List.of(share)));
        }
        int id = part.segmentId() > 0 ? part.segmentId() : segmentIds.allocate(flag.key() + "/" + segments.size());
        segments.add(new FlagsmithSegment(
                id, flag.key() + ": " + name, List.of(SegmentRules.all(rules)), List.of(state(part, (long)
                        segments.size()))));
    }

    /** The state that a part's subjects get; the environment's own state belongs to no segment and has no priority. */
    private FeatureState state(Part part, @Nullable Long priority) {
        if (part.outcome() instanceof OutcomeDefinition.Serve serve) {
            return states.serve(serve.variant(), priority);
        }
        return part.outcome() instanceof OutcomeDefinition.Split split
                ? states.split(split.variants(), part.splitKey(), priority)
                : states.off(priority);
    }
}
