package dev.jackstaff.engine.snapshot;

/**
 * A rule of a flag, as a document defines it: a condition, a rollout and an outcome. A rule whose rollout excludes the
 * context does not match, and the next rule is tried.
 *
 * @param id the id by which people and programs change the rule, unique in its list; empty in snapshots, which need none
 * @param note a comment for people; empty if absent
 */
public record RuleDefinition(
        String id,
        String name,
        String note,
        boolean enabled,
        ConditionDefinition condition,
        RolloutDefinition rollout,
        OutcomeDefinition outcome) {
    private static final int MAX_ID_LENGTH = 40;

    public RuleDefinition {
        if (id.length() > MAX_ID_LENGTH || !id.chars().allMatch(RuleDefinition::isIdCharacter)) {
            throw new IllegalArgumentException("the id of a rule has at most 40 letters, digits and _ -: " + id);
        }
    }

    private static boolean isIdCharacter(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '-';
    }

    /** A rule without an id. */
    public RuleDefinition(
            String name,
            String note,
            boolean enabled,
            ConditionDefinition condition,
            RolloutDefinition rollout,
            OutcomeDefinition outcome) {
        this("", name, note, enabled, condition, rollout, outcome);
    }

    /** A copy of this rule with another id. */
    public RuleDefinition withId(String another) {
        return new RuleDefinition(another, name, note, enabled, condition, rollout, outcome);
    }

    /** An enabled rule without a rollout or note. */
    public static RuleDefinition of(String name, ConditionDefinition condition, OutcomeDefinition outcome) {
        return new RuleDefinition(name, "", true, condition, RolloutDefinition.EVERYONE, outcome);
    }
}
