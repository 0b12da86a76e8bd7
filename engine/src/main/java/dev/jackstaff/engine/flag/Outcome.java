package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.bucketing.Bucketing.Buckets;
import dev.jackstaff.engine.bucketing.Stickiness;
import java.util.List;

/** What a context gets. The answers are made when the flag is compiled, so that giving one allocates nothing. */
public sealed interface Outcome {
    Evaluation answer(EvaluationContext context);

    /** Always the same answer. */
    record Fixed(Evaluation evaluation) implements Outcome {
        @Override
        public Evaluation answer(EvaluationContext context) {
            return evaluation;
        }
    }

    /**
     * One of several answers, by weight.
     *
     * @param ends the cumulative weights, one for each answer; the last is the total, and greater than zero
     * @param unidentified the answer where the context lacks the identifier that decides
     */
    record Split(
            List<Evaluation> answers,
            List<Integer> ends,
            Buckets buckets,
            Stickiness stickiness,
            Evaluation unidentified)
            implements Outcome {
        public Split {
            answers = List.copyOf(answers);
            ends = List.copyOf(ends);
        }

        @Override
        public Evaluation answer(EvaluationContext context) {
            String identifier = stickiness.identify(context);
            if (identifier == null) {
                return unidentified;
            }
            int place = buckets.ofSplit(identifier, ends.get(ends.size() - 1));
            int i = 0;
            while (ends.get(i) < place) {
                i++;
            }
            return answers.get(i);
        }
    }
}
