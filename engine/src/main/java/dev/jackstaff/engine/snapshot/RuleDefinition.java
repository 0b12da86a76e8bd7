package dev.jackstaff.engine.snapshot;

/**
 * A rule of a flag, as a document defines it: a condition, a rollout and an outcome. A rule whose rollout excludes the
 * context does not match, and the next rule is tried.
 *
 * @param note a comment for people; empty if absent
 */
public record RuleDefinition(
        String name,
        String note,
        boolean enabled,
        ConditionDefinition condition,
        RolloutDefinition rollout,
        OutcomeDefinition outcome) {
    /** An enabled rule without a rollout or note. */
    public static RuleDefinition of(String name, ConditionDefinition condition, OutcomeDefinition outcome) {
        return new RuleDefinition(name, "", true, condition, RolloutDefinition.EVERYONE, outcome);
    }
}
