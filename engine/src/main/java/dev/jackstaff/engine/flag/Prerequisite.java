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
 * @param unmetEvaluation the child's answer where it does not
 */
public record Prerequisite(Flag parent, Requirement requirement, Evaluation unmetEvaluation) {
    boolean isMetFor(EvaluationContext context, DecisionObserver observer) {
        return requirement.isMetBy(parent.evaluate(context, observer));
    }

    /** What a parent's answer must be. */
    public sealed interface Requirement {
        boolean isMetBy(Evaluation answer);

        /** On, whatever it serves. */
        record On() implements Requirement {
            @Override
            public boolean isMetBy(Evaluation answer) {
                return answer.enabled();
            }
        }

        /** Off. An error is not off. */
        record Off() implements Requirement {
            @Override
            public boolean isMetBy(Evaluation answer) {
                return !answer.enabled() && answer.reason() != Reason.ERROR;
            }
        }

        /** One of some variants, served by a flag that has not been switched off. */
        record OneOfVariants(Set<String> variants) implements Requirement {
            public OneOfVariants {
                variants = TextSet.of(variants);
            }

            @Override
            public boolean isMetBy(Evaluation answer) {
                Variant served = answer.variant();
                return served != null && answer.reason() != Reason.DISABLED && variants.contains(served.key());
            }
        }
    }
}
