package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Variant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parent flag that must be on for the same context: answering something other than its off variant, or one of some variants.
 *
 * @param off the key of the parent's off variant; null where it has none
 * @param variants the keys of the variants that satisfy; none means any but the off variant
 * @param unmet the child's answer where the parent does not satisfy
 */
public record Prerequisite(Flag parent, @Nullable String off, Set<String> variants, Evaluation unmet) {
    public Prerequisite {
        variants = Set.copyOf(variants);
    }

    boolean metFor(EvaluationContext context) {
        Evaluation answer = parent.evaluate(context);
        Variant served = answer.variant();
        if (served == null || answer.reason() == Reason.DISABLED) {
            return false;
        }
        return variants.isEmpty() ? !served.key().equals(off) : variants.contains(served.key());
    }
}
