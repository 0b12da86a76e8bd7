package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Legible;
import dev.jackstaff.engine.bucketing.Stickiness;
import dev.jackstaff.engine.condition.Comparison;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.flag.Explanation.AskedCondition;
import dev.jackstaff.engine.flag.Explanation.AskedPrerequisite;
import dev.jackstaff.engine.flag.Explanation.AskedRule;
import dev.jackstaff.engine.flag.Explanation.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Watches one flag's evaluation and writes down what it sees, up to a number of steps. */
final class Explainer implements DecisionObserver {
    private static final int MOST_STEPS = 10_000;
    private static final int LONGEST_VALUE = 200;

    private final List<AskedPrerequisite> prerequisites = new ArrayList<>();
    private final List<AskedRule> rules = new ArrayList<>();
    /** Of the conditions under way, what lies within the innermost; of the flag's rule where there is none. */
    private List<AskedCondition> asked = new ArrayList<>();

    private final List<Placement> placements = new ArrayList<>();

    /** Steps written down, those of parents and children included. */
    private final AtomicInteger steps;

    private int omitted;

    private Explainer(AtomicInteger steps) {
        this.steps = steps;
    }

    static Explanation explain(Flag flag, EvaluationContext context) {
        return new Explainer(new AtomicInteger()).explained(flag, context);
    }

    private Explanation explained(Flag flag, EvaluationContext context) {
        Evaluation answer = flag.evaluate(context, this);
        return new Explanation(answer, prerequisites, rules, placements, omitted);
    }

    /** Whether another step is written down. */
    private boolean tells() {
        boolean tells = steps.incrementAndGet() <= MOST_STEPS;
        omitted += tells ? 0 : 1;
        return tells;
    }

    @Override
    public boolean met(Prerequisite prerequisite, EvaluationContext context) {
        if (!tells()) {
            return DecisionObserver.NONE.met(prerequisite, context);
        }
        Explanation parent = new Explainer(steps).explained(prerequisite.parent(), context);
        boolean met = prerequisite.demand().metBy(parent.answer());
        prerequisites.add(new AskedPrerequisite(parent, met));
        return met;
    }

    @Override
    public @Nullable Outcome outcome(Rule rule, EvaluationContext context) {
        if (!tells()) {
            return DecisionObserver.NONE.outcome(rule, context);
        }
        asked = new ArrayList<>();
        Outcome outcome = rule.outcomeFor(context, this);
        rules.add(new AskedRule(
                Legible.line(rule.name(), LONGEST_VALUE), outcome != null, asked.isEmpty() ? null : asked.get(0)));
        return outcome;
    }

    @Override
    public boolean holds(Condition condition, EvaluationContext context) {
        if (!tells()) {
            return DecisionObserver.NONE.holds(condition, context);
        }
        List<AskedCondition> around = asked;
        asked = new ArrayList<>();
        boolean held = condition.holdsFor(context, this);
        around.add(told(condition, context, held));
        asked = around;
        return held;
    }

    @Override
    public void placed(Stickiness stickiness, @Nullable String identifier, int bucket) {
        placements.add(
                identifier == null
                        ? new Placement(Legible.line(stickiness.name(), LONGEST_VALUE), null, null)
                        : new Placement(
                                Legible.line(stickiness.name(), LONGEST_VALUE),
                                Legible.line(identifier, LONGEST_VALUE),
                                bucket));
    }

    private AskedCondition told(Condition condition, EvaluationContext context, boolean held) {
        if (condition instanceof Comparison comparison) {
            Object value = comparison.attribute().valueIn(context);
            return new AskedCondition.Compared(
                    Legible.line(comparison.attribute().name(), LONGEST_VALUE),
                    value == null ? null : Legible.line(value.toString(), LONGEST_VALUE),
                    comparison.operator(),
                    Legible.line(comparison.operand()),
                    held);
        }
        if (condition instanceof Condition.Percentage percentage) {
            Placement placement = placements.remove(placements.size() - 1);
            return new AskedCondition.Share(placement, percentage.share().limit(), held);
        }
        return new AskedCondition.Group(kind(condition), held, asked);
    }

    private static String kind(Condition condition) {
        if (condition instanceof Condition.InSegment segment) {
            return "segment " + Legible.line(segment.key(), LONGEST_VALUE);
        }
        return condition instanceof Condition.All ? "all" : condition instanceof Condition.Any ? "any" : "not";
    }
}
