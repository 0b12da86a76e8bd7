package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.BucketRanges;
import dev.jackstaff.engine.bucketing.Stickiness;
import java.util.List;

/**
 * The compiled decision about which evaluation a context gets. The evaluations are created when the flag is compiled,
 * so that returning one allocates nothing.
 */
public sealed interface Outcome {
    Evaluation evaluate(EvaluationContext context, DecisionObserver observer);

    /**
     * Whether the outcome decides for a context. A split that says nothing about contexts without its identifier does
     * not decide for them: the next rule is tried.
     */
    default boolean decidesFor(EvaluationContext context, DecisionObserver observer) {
        return true;
    }

    /** The evaluation of a context that matches no rule and lacks the identifier of a split. */
    Evaluation withoutIdentifier();

    /** An outcome that is always the same evaluation. */
    record Fixed(Evaluation evaluation) implements Outcome {
        @Override
        public Evaluation evaluate(EvaluationContext context, DecisionObserver observer) {
            return evaluation;
        }

        @Override
        public Evaluation withoutIdentifier() {
            return evaluation;
        }
    }

    /**
     * An outcome that is one of several evaluations, by weight.
     *
     * @param evaluations one for each range
     * @param outOfRange the evaluation if the bucket is beyond all ranges
     * @param withoutIdentifier the evaluation if the context lacks the identifier
     * @param identifierRequired whether, in a rule, contexts that lack the identifier go on to the next rule
     */
    record Split(
            BucketRanges ranges,
            Stickiness stickiness,
            List<Evaluation> evaluations,
            Evaluation outOfRange,
            Evaluation withoutIdentifier,
            boolean identifierRequired)
            implements Outcome {
        public Split {
            evaluations = List.copyOf(evaluations);
            if (evaluations.size() != ranges.upperBounds().size()) {
                throw new IllegalArgumentException(evaluations.size() + " evaluations for "
                        + ranges.upperBounds().size() + " ranges");
            }
        }

        @Override
        public boolean decidesFor(EvaluationContext context, DecisionObserver observer) {
            if (!identifierRequired || stickiness.identify(context) != null) {
                return true;
            }
            observer.assigned(stickiness, null, 0);
            return false;
        }

        @Override
        public Evaluation evaluate(EvaluationContext context, DecisionObserver observer) {
            String identifier = stickiness.identify(context);
            int bucket = identifier == null ? 0 : ranges.bucketer().bucket(identifier);
            observer.assigned(stickiness, identifier, bucket);
            if (identifier == null) {
                return withoutIdentifier;
            }
            int part = ranges.indexOf(bucket);
            return part < evaluations.size() ? evaluations.get(part) : outOfRange;
        }
    }

    /** The outcome of the first rule that matches, else the fallthrough. */
    record FirstMatch(List<Rule> rules, Outcome fallthrough) implements Outcome {
        public FirstMatch {
            rules = List.copyOf(rules);
        }

        @Override
        public Evaluation evaluate(EvaluationContext context, DecisionObserver observer) {
            for (int i = 0; i < rules.size(); i++) {
                Outcome outcome = observer.outcome(rules.get(i), context);
                if (outcome != null) {
                    return outcome.evaluate(context, observer);
                }
            }
            return fallthrough.evaluate(context, observer);
        }

        @Override
        public Evaluation withoutIdentifier() {
            return fallthrough.withoutIdentifier();
        }
    }
}
