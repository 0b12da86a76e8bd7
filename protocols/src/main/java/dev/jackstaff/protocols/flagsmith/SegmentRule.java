package dev.jackstaff.protocols.flagsmith;

import java.util.List;

/**
 * Conditions and rules under one quantifier. It is applied to each of the two lists by itself, an empty one is true, and both
 * must be.
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
