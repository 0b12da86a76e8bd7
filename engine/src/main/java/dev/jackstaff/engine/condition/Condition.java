package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.RolloutShare;
import dev.jackstaff.engine.bucketing.Stickiness;
import java.util.List;

/** A yes/no question about an evaluation context. What can be wrong with it is refused when it is built: answering never throws. */
public sealed interface Condition
        permits Condition.All, Condition.Any, Condition.Not, Condition.InSegment, Condition.Percentage, Comparison {
    /** Holds for everybody. */
    static Condition always() {
        return new All(List.of());
    }

    /** Holds for nobody. */
    static Condition never() {
        return new Any(List.of());
    }

    /** The answer, unobserved. */
    default boolean holdsFor(EvaluationContext context) {
        return holdsFor(context, ConditionObserver.NONE);
    }

    /** The answer; what lies within this condition is asked through the observer. */
    boolean holdsFor(EvaluationContext context, ConditionObserver observer);

    /** Every part holds; true without parts. */
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

    /** At least one part holds; false without parts. */
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

    /** The contrary, also where an attribute is missing. */
    record Not(Condition negated) implements Condition {
        @Override
        public boolean holdsFor(EvaluationContext context, ConditionObserver observer) {
            return !observer.holds(negated, context);
        }
    }

    /** The context is in a named segment. */
    record InSegment(String key, Condition condition) implements Condition {
        @Override
        public boolean holdsFor(EvaluationContext context, ConditionObserver observer) {
            return observer.holds(condition, context);
        }
    }

    /** The context belongs to a share of subjects; one that lacks the identifier that decides does not. */
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
