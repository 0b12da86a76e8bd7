package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.EvaluationCost;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.engine.flag.Rule;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.util.ArrayList;
import java.util.List;

/** A compiler of one feature to a flag. */
final class FeatureCompiler {
    private final UnleashFeature feature;
    private final CompiledUnleashSegments segments;
    private final EvaluationCost cost;
    private final List<CompilationProblem> problems;
    private final FeatureEvaluations answers;
    private final VariantCompiler variants;

    FeatureCompiler(
            FeatureEvaluations answers,
            CompiledUnleashSegments segments,
            EvaluationCost effort,
            List<CompilationProblem> problems) {
        this.feature = answers.feature();
        this.segments = segments;
        this.cost = effort;
        this.problems = problems;
        this.answers = answers;
        this.variants = new VariantCompiler(feature, answers);
    }

    /** The feature as a flag that is always off. */
    Flag off() {
        return Flag.fixed(false, answers.off(Reason.DISABLED));
    }

    /**
     * The feature as a flag that is on if the prerequisites are met and a strategy is true; without strategies, if the
     * prerequisites are met.
     */
    Flag compile(List<Prerequisite> prerequisites) {
        if (!feature.enabled()) {
            return off();
        }
        try {
            Outcome outcome = feature.strategies().isEmpty()
                    ? variants.ofFeature(Reason.STATIC)
                    : new Outcome.FirstMatch(rules(), new Outcome.Fixed(answers.off(Reason.DEFAULT)));
            return cost.requireWithinLimit(new Flag(feature.name(), false, prerequisites, outcome));
        } catch (IllegalArgumentException invalid) {
            CompilationProblem problem =
                    new CompilationProblem(feature.name(), "", String.valueOf(invalid.getMessage()));
            problems.add(problem);
            return Flag.fixed(false, Evaluation.failed(feature.name(), ErrorCode.PARSE_ERROR, problem.message()));
        }
    }

    /** The rules, one for each strategy that can be true. */
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
            } catch (IllegalArgumentException invalid) {
                problems.add(new CompilationProblem(
                        feature.name(), "strategy " + number, String.valueOf(invalid.getMessage())));
            }
        }
        return rules;
    }

    private Rule rule(Strategy strategy, int number) {
        ActivationRule base = ActivationRule.of(strategy, feature.name());
        List<Condition> conditions = new ArrayList<>();
        for (int id : strategy.segments()) {
            conditions.add(segments.condition(id));
        }
        conditions.addAll(ConstraintCompiler.compileEach(strategy.constraints()));
        conditions.add(base.condition());
        conditions.removeIf(Condition.always()::equals);
        String title = strategy.title();
        String name = title == null || title.isBlank() ? strategy.name() : title.strip();
        return new Rule.Conditional(
                PrintableText.singleLine(name) + " " + number,
                conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions),
                variants.ofStrategy(strategy, base.reason()));
    }
}
