package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.condition.TextSet;
import java.util.Set;

/**
 * A parent flag that must answer in a certain way to the same context.
 *
 * @param unmet the child's answer where it does not
 */
public record Prerequisite(Flag parent, Demand demand, Evaluation unmet) {
    boolean metFor(EvaluationContext context, DecisionObserver observer) {
        return demand.metBy(parent.evaluate(context, observer));
    }

    /** What a parent's answer must be. */
    public sealed interface Demand {
        boolean metBy(Evaluation answer);

        /** On, whatever it serves. */
        record On() implements Demand {
            @Override
            public boolean metBy(Evaluation answer) {
                return answer.enabled();
            }
        }

        /** Off. An error is not off. */
        record Off() implements Demand {
            @Override
            public boolean metBy(Evaluation answer) {
                return !answer.enabled() && answer.reason() != Reason.ERROR;
            }
        }

        /** One of some variants, served by a flag that has not been switched off. */
        record Serving(Set<String> variants) implements Demand {
            public Serving {
                variants = TextSet.of(variants);
            }

            @Override
            public boolean metBy(Evaluation answer) {
                Variant served = answer.variant();
                return served != null && answer.reason() != Reason.DISABLED && variants.contains(served.key());
            }
        }
    }
}
