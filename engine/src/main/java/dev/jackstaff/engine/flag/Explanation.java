package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded steps of one flag's evaluation, in order. What was not evaluated, because something before it decided,
 * is absent. Texts are for people: shortened, without control characters.
 *
 * @param assignments the bucket assignments of splits; those of rollouts are with their conditions
 * @param omittedSteps the number of steps left out, with all within them, because there are too many
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

    /** The result of one evaluated prerequisite. */
    public record PrerequisiteResult(Explanation parent, boolean met) {}

    /**
     * The result of one evaluated rule.
     *
     * @param condition null if the rule is a lookup
     */
    public record RuleResult(String name, boolean matched, @Nullable ConditionResult condition) {}

    /** The result of one evaluated condition. */
    public sealed interface ConditionResult {
        boolean held();

        /** The value of the case for this kind of result. */
        <T> T match(Cases<T> cases);

        /**
         * A value for each kind of result.
         *
         * @param <T> the type of the value
         */
        interface Cases<T> {
            T group(GroupResult group);

            T comparison(ComparisonResult comparison);

            T percentage(PercentageResult percentage);
        }

        /**
         * The result of a condition made of other conditions.
         *
         * @param kind {@code all}, {@code any}, {@code not}, or {@code segment} and its key
         * @param parts the evaluated parts
         */
        record GroupResult(String kind, boolean held, List<ConditionResult> parts) implements ConditionResult {
            public GroupResult {
                parts = List.copyOf(parts);
            }

            @Override
            public <T> T match(Cases<T> cases) {
                return cases.group(this);
            }
        }

        /**
         * The result of comparing an attribute with an operand.
         *
         * @param value the attribute's value as readable text; null if absent
         * @param operator as documents spell it
         */
        record ComparisonResult(
                String attribute,
                @Nullable String value,
                String operator,
                String operand,
                boolean caseInsensitive,
                boolean held)
                implements ConditionResult {
            @Override
            public <T> T match(Cases<T> cases) {
                return cases.comparison(this);
            }
        }

        /**
         * The result of comparing a bucket with a rollout's limit.
         *
         * @param limit the highest bucket in the rollout
         */
        record PercentageResult(BucketAssignment assignment, int limit, boolean held) implements ConditionResult {
            @Override
            public <T> T match(Cases<T> cases) {
                return cases.percentage(this);
            }
        }
    }

    /**
     * The bucket that a subject was assigned to.
     *
     * @param stickiness the name of the stickiness
     * @param identifier null if the context lacks it
     * @param bucket on the scale of the flag's bucketing; null without an identifier
     */
    public record BucketAssignment(String stickiness, @Nullable String identifier, @Nullable Integer bucket) {}
}
