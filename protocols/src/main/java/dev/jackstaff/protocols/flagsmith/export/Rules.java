package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import java.util.List;

/** Segment rules, put together as native conditions are: Flagsmith's own {@code ANY} of nothing is true. */
final class Rules {
    static final SegmentRule ALWAYS = all(List.of());
    static final SegmentRule NEVER = none(List.of(ALWAYS));

    private Rules() {}

    static SegmentRule all(List<SegmentRule> parts) {
        return SegmentRule.ofRules(SegmentRule.ALL, parts);
    }

    static SegmentRule any(List<SegmentRule> parts) {
        return parts.isEmpty() ? NEVER : SegmentRule.ofRules(SegmentRule.ANY, parts);
    }

    static SegmentRule none(List<SegmentRule> parts) {
        return SegmentRule.ofRules(SegmentRule.NONE, parts);
    }

    static SegmentRule when(String operator, String property, String value) {
        return SegmentRule.ofConditions(SegmentRule.ALL, List.of(new SegmentCondition(operator, property, value)));
    }

    /** How deep a rule is, itself included. */
    static int depth(SegmentRule rule) {
        return 1 + rule.rules().stream().mapToInt(Rules::depth).max().orElse(0);
    }

    /** How many conditions and rules there are in a rule, itself included. */
    static int size(SegmentRule rule) {
        return 1
                + rule.conditions().size()
                + rule.rules().stream().mapToInt(Rules::size).sum();
    }
}
