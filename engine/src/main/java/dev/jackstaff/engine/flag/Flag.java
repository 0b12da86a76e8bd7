package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import java.util.List;

/**
 * A compiled flag. Evaluation is deterministic for a context, never throws, does no I/O, takes no lock and allocates nothing.
 *
 * @param serverOnly whether client keys must not see it
 */
public record Flag(String key, boolean serverOnly, Decision decision) {
    public Evaluation evaluate(EvaluationContext context) {
        return decision.answer(context);
    }

    /** How a flag comes to its answer. */
    public sealed interface Decision {
        Evaluation answer(EvaluationContext context);
    }

    /** The same answer for everybody: the flag is off, or could not be compiled. */
    public record Settled(Evaluation evaluation) implements Decision {
        @Override
        public Evaluation answer(EvaluationContext context) {
            return evaluation;
        }
    }

    /** Prerequisites, then rules in order of which the first match wins, then the fallthrough. */
    public record Ruled(List<Prerequisite> prerequisites, List<Rule> rules, Outcome fallthrough) implements Decision {
        public Ruled {
            prerequisites = List.copyOf(prerequisites);
            rules = List.copyOf(rules);
        }

        @Override
        public Evaluation answer(EvaluationContext context) {
            for (int i = 0; i < prerequisites.size(); i++) {
                if (!prerequisites.get(i).metFor(context)) {
                    return prerequisites.get(i).unmet();
                }
            }
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).matches(context)) {
                    return rules.get(i).outcome().answer(context);
                }
            }
            return fallthrough.answer(context);
        }
    }
}
