package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.ConditionObserver;
import org.jspecify.annotations.Nullable;

/** Asks the steps of a flag's decision, so that it can tell what was asked and what came of it. */
public interface DecisionObserver extends ConditionObserver {
    /** Tells nobody. */
    DecisionObserver NONE = new DecisionObserver() {};

    /** Whether a prerequisite is met. */
    default boolean isMet(Prerequisite prerequisite, EvaluationContext context) {
        return prerequisite.isMetFor(context, this);
    }

    /** The outcome of a rule; null where it does not match. */
    default @Nullable Outcome outcome(Rule rule, EvaluationContext context) {
        return rule.outcomeFor(context, this);
    }
}
