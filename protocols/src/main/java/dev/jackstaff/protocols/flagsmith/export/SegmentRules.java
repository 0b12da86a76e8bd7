package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Segment rules, put together as native conditions are: Flagsmith's own {@code ANY} of nothing is true. Conditions are in as few
 * rules as they can be, for older SDKs take every rule's rules for {@code ALL}.
 */
final class SegmentRules {
    static final SegmentRule ALWAYS = all(List.of());
    static final SegmentRule NEVER = none(List.of(ALWAYS));

    private SegmentRules() {}

    static SegmentRule all(List<SegmentRule> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<SegmentCondition> conditions = new ArrayList<>();
        List<SegmentRule> rules = new ArrayList<>();
        for (SegmentRule part : parts) {
            if (part.type().equals(SegmentRule.ALL)) {
                conditions.addAll(part.conditions());
                rules.addAll(part.rules());
            } else {
                rules.add(part);
            }
        }
        return new SegmentRule(SegmentRule.ALL, rules, conditions);
    }

    static SegmentRule any(List<SegmentRule> parts) {
        return switch (parts.size()) {
            case 0 -> NEVER;
            case 1 -> parts.get(0);
            default -> oneOf(SegmentRule.ANY, parts);
        };
    }

    static SegmentRule none(List<SegmentRule> parts) {
        return oneOf(SegmentRule.NONE, parts);
    }

    private static SegmentRule oneOf(String type, List<SegmentRule> parts) {
        return parts.stream().allMatch(SegmentRules::isOneOfConditions)
                ? SegmentRule.ofConditions(
                        type,
                        parts.stream()
                                .flatMap(part -> part.conditions().stream())
                                .toList())
                : SegmentRule.ofRules(type, parts);
    }

    /** Whether a rule holds where one of its conditions does. */
    private static boolean isOneOfConditions(SegmentRule rule) {
        int conditions = rule.conditions().size();
        return rule.rules().isEmpty()
                && (rule.type().equals(SegmentRule.ALL)
                        ? conditions == 1
                        : rule.type().equals(SegmentRule.ANY) && conditions > 0);
    }

    static SegmentRule when(String operator, String property, String value) {
        return SegmentRule.ofConditions(SegmentRule.ALL, List.of(new SegmentCondition(operator, property, value)));
    }

    /** How deep a rule is, itself included. */
    static int depth(SegmentRule rule) {
        return 1 + rule.rules().stream().mapToInt(SegmentRules::depth).max().orElse(0);
    }

    /** How many conditions and rules there are in a rule, itself included. */
    static int size(SegmentRule rule) {
        return 1
                + rule.conditions().size()
                + rule.rules().stream().mapToInt(SegmentRules::size).sum();
    }
}
