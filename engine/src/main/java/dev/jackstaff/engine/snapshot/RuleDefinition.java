package dev.jackstaff.engine.snapshot;

/**
 * One ordered step of a flag's decision: whom it concerns, how many of them, and what they get. A rule whose rollout
 * excludes the context is no match, and the next rule is tried.
 *
 * @param note for people; empty where there is none
 */
public record RuleDefinition(
        String name,
        String note,
        boolean enabled,
        ConditionDefinition condition,
        RolloutDefinition rollout,
        OutcomeDefinition outcome) {
    /** An enabled rule for everybody whom the condition holds for. */
    public static RuleDefinition of(String name, ConditionDefinition condition, OutcomeDefinition outcome) {
        return new RuleDefinition(name, "", true, condition, RolloutDefinition.EVERYONE, outcome);
    }
}
