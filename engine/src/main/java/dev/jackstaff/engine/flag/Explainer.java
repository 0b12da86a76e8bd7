package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.bucketing.Stickiness;
import dev.jackstaff.engine.condition.Comparison;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.flag.Explanation.BucketAssignment;
import dev.jackstaff.engine.flag.Explanation.ConditionResult;
import dev.jackstaff.engine.flag.Explanation.PrerequisiteResult;
import dev.jackstaff.engine.flag.Explanation.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An observer that records one flag's evaluation as an explanation, up to 10,000 steps. */
final class Explainer implements DecisionObserver {
    private static final int MAX_STEPS = 10_000;
    private static final int MAX_VALUE_LENGTH = 200;

    private final List<PrerequisiteResult> prerequisites = new ArrayList<>();
    private final List<RuleResult> rules = new ArrayList<>();
    /** The results within the innermost condition being evaluated, or within the rule if there is none. */
    private List<ConditionResult> results = new ArrayList<>();

    private final List<BucketAssignment> assignments = new ArrayList<>();

    /** The number of steps so far, shared with the explanations of parent flags. */
    private final AtomicInteger steps;

    private int omitted;

    private Explainer(AtomicInteger steps) {
        this.steps = steps;
    }

    static Explanation explain(Flag flag, EvaluationContext context) {
        return new Explainer(new AtomicInteger()).explanationOf(flag, context);
    }

    private Explanation explanationOf(Flag flag, EvaluationContext context) {
        Evaluation evaluation = flag.evaluate(context, this);
        return new Explanation(evaluation, prerequisites, rules, assignments, omitted);
    }

    /** Counts a step and returns whether it is recorded. */
    private boolean recordsNextStep() {
        boolean recorded = steps.incrementAndGet() <= MAX_STEPS;
        omitted += recorded ? 0 : 1;
        return recorded;
    }

    @Override
    public boolean isMet(Prerequisite prerequisite, EvaluationContext context) {
        if (!recordsNextStep()) {
            return DecisionObserver.NONE.isMet(prerequisite, context);
        }
        Explanation parent = new Explainer(steps).explanationOf(prerequisite.parent(), context);
        boolean met = prerequisite.requirement().isMetBy(parent.evaluation());
        prerequisites.add(new PrerequisiteResult(parent, met));
        return met;
    }

    @Override
    public @Nullable Outcome outcome(Rule rule, EvaluationContext context) {
        if (!recordsNextStep()) {
            return DecisionObserver.NONE.outcome(rule, context);
        }
        results = new ArrayList<>();
        Outcome outcome = rule.outcomeFor(context, this);
        rules.add(new RuleResult(
                PrintableText.singleLine(rule.name(), MAX_VALUE_LENGTH),
                outcome != null,
                results.isEmpty() ? null : results.get(0)));
        return outcome;
    }

    @Override
    public boolean holds(Condition condition, EvaluationContext context) {
        if (!recordsNextStep()) {
            return DecisionObserver.NONE.holds(condition, context);
        }
        List<ConditionResult> outerResults = results;
        results = new ArrayList<>();
        boolean held = condition.holdsFor(context, this);
        outerResults.add(resultOf(condition, context, held));
        results = outerResults;
        return held;
    }

    @Override
    public void assigned(Stickiness stickiness, @Nullable String identifier, int bucket) {
        assignments.add(
                identifier == null
                        ? new BucketAssignment(
                                PrintableText.singleLine(stickiness.name(), MAX_VALUE_LENGTH), null, null)
                        : new BucketAssignment(
                                PrintableText.singleLine(stickiness.name(), MAX_VALUE_LENGTH),
                                PrintableText.singleLine(identifier, MAX_VALUE_LENGTH),
                                bucket));
    }

    private ConditionResult resultOf(Condition condition, EvaluationContext context, boolean held) {
        if (condition instanceof Comparison comparison) {
            Object value = comparison.attribute().valueIn(context);
            return new ConditionResult.ComparisonResult(
                    PrintableText.singleLine(comparison.attribute().name(), MAX_VALUE_LENGTH),
                    value == null ? null : PrintableText.singleLine(readable(value), MAX_VALUE_LENGTH),
                    comparison.operator(),
                    PrintableText.singleLine(comparison.operand()),
                    comparison.caseInsensitive(),
                    held);
        }
        if (condition instanceof Condition.Percentage percentage) {
            BucketAssignment assignment = assignments.remove(assignments.size() - 1);
            return new ConditionResult.PercentageResult(
                    assignment, percentage.share().limit(), held);
        }
        return new ConditionResult.GroupResult(kind(condition), held, results);
    }

    private static String readable(Object value) {
        String scalar = EvaluationContext.textOf(value);
        return scalar == null ? value.toString() : scalar;
    }

    private static String kind(Condition condition) {
        if (condition instanceof Condition.InSegment segment) {
            return "segment " + PrintableText.singleLine(segment.key(), MAX_VALUE_LENGTH);
        }
        return condition instanceof Condition.All ? "all" : condition instanceof Condition.Any ? "any" : "not";
    }
}
