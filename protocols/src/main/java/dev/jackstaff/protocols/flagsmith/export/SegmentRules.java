package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.protocols.flagsmith.SegmentCondition;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Factories of segment rules that combine as native conditions do: Flagsmith's own {@code ANY} of nothing is true.
 * Conditions are in as few rules as possible, because older SDKs treat nested rules of every rule as {@code ALL}.
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

    /** Whether a rule holds if one of its conditions does. */
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

    /** The depth of a rule, itself included. */
    static int depth(SegmentRule rule) {
        return 1 + rule.rules().stream().mapToInt(SegmentRules::depth).max().orElse(0);
    }

    /** The number of conditions and rules in a rule, itself included. */
    static int size(SegmentRule rule) {
        return 1
                + rule.conditions().size()
                + rule.rules().stream().mapToInt(SegmentRules::size).sum();
    }
}
