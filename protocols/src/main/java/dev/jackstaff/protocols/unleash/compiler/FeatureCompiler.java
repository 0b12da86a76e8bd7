package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Legible;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.flag.Effort;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.engine.flag.Problem;
import dev.jackstaff.engine.flag.Rule;
import dev.jackstaff.protocols.unleash.Feature;
import dev.jackstaff.protocols.unleash.Strategy;
import java.util.ArrayList;
import java.util.List;

/** One feature as a flag. */
final class FeatureCompiler {
    private final Feature feature;
    private final Segments segments;
    private final Effort effort;
    private final List<Problem> problems;
    private final Answers answers;
    private final VariantCompiler variants;

    FeatureCompiler(Answers answers, Segments segments, Effort effort, List<Problem> problems) {
        this.feature = answers.feature();
        this.segments = segments;
        this.effort = effort;
        this.problems = problems;
        this.answers = answers;
        this.variants = new VariantCompiler(feature, answers);
    }

    /** The feature as a flag that is never on. */
    Flag off() {
        return Flag.settled(false, answers.off(Reason.DISABLED));
    }

    /** The feature, on where some prerequisites are met and a strategy is true; without strategies, the former suffices. */
    Flag compile(List<Prerequisite> prerequisites) {
        if (!feature.enabled()) {
            return off();
        }
        try {
            Outcome outcome = feature.strategies().isEmpty()
                    ? variants.own(Reason.STATIC)
                    : new Outcome.Ruled(rules(), new Outcome.Fixed(answers.off(Reason.DEFAULT)));
            return effort.require(new Flag(feature.name(), false, prerequisites, outcome));
        } catch (IllegalArgumentException unfit) {
            Problem problem = new Problem(feature.name(), "", String.valueOf(unfit.getMessage()));
            problems.add(problem);
            return Flag.settled(false, Evaluation.failed(feature.name(), ErrorCode.PARSE_ERROR, problem.sentence()));
        }
    }

    /** One rule for each strategy that can be true. */
    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (Strategy strategy : feature.strategies()) {
            number++;
            if (strategy.disabled()) {
                continue;
            }
            try {
                rules.add(rule(strategy, number));
            } catch (IllegalArgumentException unfit) {
                problems.add(new Problem(feature.name(), "strategy " + number, String.valueOf(unfit.getMessage())));
            }
        }
        return rules;
    }

    private Rule rule(Strategy strategy, int number) {
        BaseRule base = BaseRule.of(strategy, feature.name());
        List<Condition> conditions = new ArrayList<>();
        for (int id : strategy.segments()) {
            conditions.add(segments.condition(id));
        }
        conditions.addAll(ConstraintCompiler.compileEach(strategy.constraints()));
        conditions.add(base.condition());
        conditions.removeIf(Condition.always()::equals);
        String title = strategy.title();
        String name = title == null || title.isBlank() ? strategy.name() : title.strip();
        return new Rule.When(
                Legible.line(name) + " " + number,
                conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions),
                variants.of(strategy, base.reason()));
    }
}
