package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Condition;

/** One ordered step of a flag's decision. */
public record Rule(Condition condition, Rollout rollout, Outcome outcome) {
    boolean matches(EvaluationContext context) {
        return condition.holdsFor(context) && rollout.includes(context);
    }
}
