package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.Bucketing.Buckets;
import dev.jackstaff.engine.bucketing.Stickiness;

/** A share of subjects. A context that lacks the identifier that decides is not in a partial one. */
public sealed interface Rollout {
    boolean includes(EvaluationContext context);

    /** All subjects. */
    record Everyone() implements Rollout {
        @Override
        public boolean includes(EvaluationContext context) {
            return true;
        }
    }

    /** Those whose bucket, within 1..10000, is at most the threshold. */
    record Partial(int threshold, Buckets buckets, Stickiness stickiness) implements Rollout {
        @Override
        public boolean includes(EvaluationContext context) {
            String identifier = stickiness.identify(context);
            return identifier != null && buckets.ofRollout(identifier) <= threshold;
        }
    }
}
