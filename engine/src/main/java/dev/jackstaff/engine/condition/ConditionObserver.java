package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.Stickiness;
import org.jspecify.annotations.Nullable;

/** An observer of nested conditions as they are evaluated. */
public interface ConditionObserver {
    /** An observer that records nothing. */
    ConditionObserver NONE = new ConditionObserver() {};

    /** Evaluates a condition and returns whether it holds. */
    default boolean holds(Condition condition, EvaluationContext context) {
        return condition.holdsFor(context, this);
    }

    /**
     * Records the bucket that a subject was assigned to.
     *
     * @param identifier null if the context lacks it; the bucket is then meaningless
     */
    default void assigned(Stickiness stickiness, @Nullable String identifier, int bucket) {}
}
