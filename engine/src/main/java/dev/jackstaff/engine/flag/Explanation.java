package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a flag came to its answer: every step that was taken, in order. What was not asked, because something before it
 * decided, is not there. Texts are for people: cut where they are long, without what steers a terminal.
 *
 * @param assignments the splits that decided between answers; those within conditions are with their conditions
 * @param omittedSteps how many steps were taken that are not told, with all within them, because they are too many
 */
public record Explanation(
        Evaluation evaluation,
        List<PrerequisiteResult> prerequisites,
        List<RuleResult> rules,
        List<BucketAssignment> assignments,
        int omittedSteps) {
    public Explanation {
        prerequisites = List.copyOf(prerequisites);
        rules = List.copyOf(rules);
        assignments = List.copyOf(assignments);
    }

    /** A parent flag that was asked. */
    public record PrerequisiteResult(Explanation parent, boolean met) {}

    /**
     * A rule that was asked.
     *
     * @param condition null where the rule is a list of subjects
     */
    public record RuleResult(String name, boolean matched, @Nullable ConditionResult condition) {}

    /** A condition that was asked. */
    public sealed interface ConditionResult {
        boolean held();

        /**
         * A condition of conditions.
         *
         * @param kind {@code all}, {@code any}, {@code not}, or {@code segment} and its key
         * @param parts those that were asked
         */
        record GroupResult(String kind, boolean held, List<ConditionResult> parts) implements ConditionResult {
            public GroupResult {
                parts = List.copyOf(parts);
            }
        }

        /**
         * An attribute against an operand.
         *
         * @param value what the context has there, for people; null where it has nothing
         */
        record ComparisonResult(String attribute, @Nullable String value, String operator, String operand, boolean held)
                implements ConditionResult {}

        /**
         * A bucket against a limit.
         *
         * @param limit the highest bucket that belongs to the share
         */
        record PercentageResult(BucketAssignment assignment, int limit, boolean held) implements ConditionResult {}
    }

    /**
     * Where a subject was placed.
     *
     * @param stickiness what decided
     * @param identifier null where the context lacks it
     * @param bucket on the scale of the flag's bucketing; null without an identifier
     */
    public record BucketAssignment(String stickiness, @Nullable String identifier, @Nullable Integer bucket) {}
}
