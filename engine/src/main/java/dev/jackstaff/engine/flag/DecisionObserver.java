package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.ConditionObserver;
import org.jspecify.annotations.Nullable;

/** An observer of one flag's evaluation: its prerequisites, rules and conditions. */
public interface DecisionObserver extends ConditionObserver {
    /** An observer that records nothing. */
    DecisionObserver NONE = new DecisionObserver() {};

    /** Evaluates a prerequisite and returns whether it is met. */
    default boolean isMet(Prerequisite prerequisite, EvaluationContext context) {
        return prerequisite.isMetFor(context, this);
    }

    /** Evaluates a rule and returns its outcome; null if it does not match. */
    default @Nullable Outcome outcome(Rule rule, EvaluationContext context) {
        return rule.outcomeFor(context, this);
    }
}
