package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A compiled flag: prerequisites and an outcome. Evaluation is deterministic for a context, never throws, does no I/O
 * and takes no lock. It allocates nothing, except for comparisons of numbers, dates, versions, addresses and patterns,
 * and for MD5 bucketing.
 *
 * @param serverOnly whether client keys must not see it
 * @param metadata what clients are told with each answer: JSON strings, numbers and booleans by name
 */
public record Flag(
        String key,
        boolean serverOnly,
        List<Prerequisite> prerequisites,
        Outcome outcome,
        Map<String, String> metadata) {
    public Flag {
        prerequisites = List.copyOf(prerequisites);
        metadata = metadata.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /** A flag without metadata. */
    public Flag(String key, boolean serverOnly, List<Prerequisite> prerequisites, Outcome outcome) {
        this(key, serverOnly, prerequisites, outcome, Map.of());
    }

    /** A flag with the same evaluation for every context. */
    public static Flag fixed(boolean serverOnly, Evaluation answer) {
        return new Flag(answer.flagKey(), serverOnly, List.of(), new Outcome.Fixed(answer));
    }

    public Evaluation evaluate(EvaluationContext context) {
        return evaluate(context, DecisionObserver.NONE);
    }

    /** The explanation of {@link #evaluate(EvaluationContext) the evaluation}. */
    public Explanation explain(EvaluationContext context) {
        return Explainer.explain(this, context);
    }

    Evaluation evaluate(EvaluationContext context, DecisionObserver observer) {
        for (int i = 0; i < prerequisites.size(); i++) {
            if (!observer.isMet(prerequisites.get(i), context)) {
                return prerequisites.get(i).unmetEvaluation();
            }
        }
        return outcome.evaluate(context, observer);
    }
}
