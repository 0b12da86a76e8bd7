package dev.jackstaff.protocols.flagsmith;

import java.util.List;

/**
 * Conditions and nested rules under one quantifier. The quantifier applies to each of the two lists separately; an
 * empty list is true, and both lists must hold.
 *
 * @param type {@code ALL}, {@code ANY} or {@code NONE}
 */
public record SegmentRule(String type, List<SegmentRule> rules, List<SegmentCondition> conditions) {
    public static final String ALL = "ALL";
    public static final String ANY = "ANY";
    public static final String NONE = "NONE";

    public SegmentRule {
        rules = List.copyOf(rules);
        conditions = List.copyOf(conditions);
    }

    public static SegmentRule ofRules(String type, List<SegmentRule> rules) {
        return new SegmentRule(type, rules, List.of());
    }

    public static SegmentRule ofConditions(String type, List<SegmentCondition> conditions) {
        return new SegmentRule(type, List.of(), conditions);
    }
}
