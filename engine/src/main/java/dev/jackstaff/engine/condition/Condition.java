package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.RolloutShare;
import dev.jackstaff.engine.bucketing.Stickiness;
import java.util.List;

/**
 * A yes/no question about an evaluation context. Anything wrong with it is refused when it is built, so evaluating
 * never throws.
 */
public sealed interface Condition
        permits Condition.All, Condition.Any, Condition.Not, Condition.InSegment, Condition.Percentage, Comparison {
    /** A condition that holds for every context. */
    static Condition always() {
        return new All(List.of());
    }

    /** A condition that holds for no context. */
    static Condition never() {
        return new Any(List.of());
    }

    /** Whether the condition holds, without an observer. */
    default boolean holdsFor(EvaluationContext context) {
        return holdsFor(context, ConditionObserver.NONE);
    }

    /** Whether the condition holds. Nested conditions are evaluated through the observer. */
    boolean holdsFor(EvaluationContext context, ConditionObserver observer);

    /** A conjunction: every part holds. True without parts. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holdsFor(EvaluationContext context, ConditionObserver observer) {
            for (int i = 0; i < parts.size(); i++) {
                if (!observer.holds(parts.get(i), context)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A disjunction: at least one part holds. False without parts. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holdsFor(EvaluationContext context, ConditionObserver observer) {
            for (int i = 0; i < parts.size(); i++) {
                if (observer.holds(parts.get(i), context)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The negation of a condition; true also if an attribute is absent. */
    record Not(Condition negated) implements Condition {
        @Override
        public boolean holdsFor(EvaluationContext context, ConditionObserver observer) {
            return !observer.holds(negated, context);
        }
    }

    /** A condition that the context is in a named segment. */
    record InSegment(String key, Condition condition) implements Condition {
        @Override
        public boolean holdsFor(EvaluationContext context, ConditionObserver observer) {
            return observer.holds(condition, context);
        }
    }

    /** A condition that the context's subject is in a rollout; false if the context lacks the identifier. */
    record Percentage(RolloutShare share, Stickiness stickiness) implements Condition {
        @Override
        public boolean holdsFor(EvaluationContext context, ConditionObserver observer) {
            String identifier = stickiness.identify(context);
            int bucket = identifier == null ? 0 : share.bucketer().bucket(identifier);
            observer.assigned(stickiness, identifier, bucket);
            return identifier != null && bucket <= share.limit();
        }
    }
}
