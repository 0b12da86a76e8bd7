package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Variant;
import java.util.Set;

/**
 * A parent flag that must be on for the same context.
 *
 * @param variants the keys of the variants that satisfy; none means any
 * @param unmet the child's answer where the parent does not satisfy
 */
public record Prerequisite(Flag parent, Set<String> variants, Evaluation unmet) {
    public Prerequisite {
        variants = Set.copyOf(variants);
    }

    boolean metFor(EvaluationContext context) {
        Evaluation answer = parent.evaluate(context);
        if (answer.reason() == Reason.DISABLED || answer.reason() == Reason.ERROR) {
            return false;
        }
        Variant served = answer.variant();
        return variants.isEmpty() || (served != null && variants.contains(served.key()));
    }
}
