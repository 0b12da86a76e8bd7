package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.Scale;
import dev.jackstaff.engine.bucketing.Stickiness;
import java.util.List;

/** What a context gets. The answers are made when the flag is compiled, so that giving one allocates nothing. */
public sealed interface Outcome {
    Evaluation answer(EvaluationContext context, DecisionObserver observer);

    /** Always the same answer. */
    record Fixed(Evaluation evaluation) implements Outcome {
        @Override
        public Evaluation answer(EvaluationContext context, DecisionObserver observer) {
            return evaluation;
        }
    }

    /**
     * One of several answers, by weight.
     *
     * @param answers one for each part of the scale
     * @param beyond the answer where a subject is in none of them
     * @param unidentified the answer where the context lacks the identifier that decides
     */
    record Split(
            Scale scale, Stickiness stickiness, List<Evaluation> answers, Evaluation beyond, Evaluation unidentified)
            implements Outcome {
        public Split {
            answers = List.copyOf(answers);
            if (answers.size() != scale.ends().size()) {
                throw new IllegalArgumentException(
                        answers.size() + " answers for " + scale.ends().size() + " parts of a scale");
            }
        }

        @Override
        public Evaluation answer(EvaluationContext context, DecisionObserver observer) {
            String identifier = stickiness.identify(context);
            int bucket = identifier == null ? 0 : scale.buckets().of(identifier);
            observer.placed(stickiness, identifier, bucket);
            if (identifier == null) {
                return unidentified;
            }
            int part = scale.part(bucket);
            return part < answers.size() ? answers.get(part) : beyond;
        }
    }

    /** The outcome of the first rule that matches, else another. */
    record Ruled(List<Rule> rules, Outcome otherwise) implements Outcome {
        public Ruled {
            rules = List.copyOf(rules);
        }

        @Override
        public Evaluation answer(EvaluationContext context, DecisionObserver observer) {
            for (int i = 0; i < rules.size(); i++) {
                Outcome outcome = observer.outcome(rules.get(i), context);
                if (outcome != null) {
                    return outcome.answer(context, observer);
                }
            }
            return otherwise.answer(context, observer);
        }
    }
}
