package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.condition.TextSet;
import java.util.Set;

/**
 * A requirement on a parent flag's evaluation for the same context.
 *
 * @param unmetEvaluation the child's evaluation if the requirement is not met
 */
public record Prerequisite(Flag parent, Requirement requirement, Evaluation unmetEvaluation) {
    boolean isMetFor(EvaluationContext context, DecisionObserver observer) {
        return requirement.isMetBy(parent.evaluate(context, observer));
    }

    /** The requirement on a parent flag's evaluation. */
    public sealed interface Requirement {
        boolean isMetBy(Evaluation answer);

        /** The requirement that the parent is on, with any variant. */
        record On() implements Requirement {
            @Override
            public boolean isMetBy(Evaluation answer) {
                return answer.enabled();
            }
        }

        /** The requirement that the parent is off. An error is not off. */
        record Off() implements Requirement {
            @Override
            public boolean isMetBy(Evaluation answer) {
                return !answer.enabled() && answer.reason() != Reason.ERROR;
            }
        }

        /** The requirement that the parent serves one of some variants and is not disabled. */
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
