package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.Stickiness;
import org.jspecify.annotations.Nullable;

/** Asks the conditions within conditions, so that it can tell what was asked and what came of it. */
public interface ConditionObserver {
    /** Tells nobody. */
    ConditionObserver NONE = new ConditionObserver() {};

    /** Whether a condition holds. */
    default boolean holds(Condition condition, EvaluationContext context) {
        return condition.holdsFor(context, this);
    }

    /**
     * A subject has been placed.
     *
     * @param identifier null where the context lacks it; there is no bucket then
     */
    default void assigned(Stickiness stickiness, @Nullable String identifier, int bucket) {}
}
