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
import org.jspecify.annotations.Nullable;

/** Watches one flag's evaluation and writes down what it sees. */
final class Explainer implements DecisionObserver {
    private static final int LONGEST_VALUE = 200;

    private final List<AskedPrerequisite> prerequisites = new ArrayList<>();
    private final List<AskedRule> rules = new ArrayList<>();
    /** Of the conditions under way, what lies within the innermost; of the flag's rule where there is none. */
    private List<AskedCondition> asked = new ArrayList<>();

    private final List<Placement> placements = new ArrayList<>();

    private Explainer() {}

    static Explanation explain(Flag flag, EvaluationContext context) {
        Explainer explainer = new Explainer();
        Evaluation answer = flag.evaluate(context, explainer);
        return new Explanation(answer, explainer.prerequisites, explainer.rules, explainer.placements);
    }

    @Override
    public boolean met(Prerequisite prerequisite, EvaluationContext context) {
        Explanation parent = explain(prerequisite.parent(), context);
        boolean met = prerequisite.demand().metBy(parent.answer());
        prerequisites.add(new AskedPrerequisite(parent, met));
        return met;
    }

    @Override
    public @Nullable Outcome outcome(Rule rule, EvaluationContext context) {
        asked = new ArrayList<>();
        Outcome outcome = rule.outcomeFor(context, this);
        rules.add(new AskedRule(rule.name(), outcome != null, asked.isEmpty() ? null : asked.get(0)));
        return outcome;
    }

    @Override
    public boolean holds(Condition condition, EvaluationContext context) {
        List<AskedCondition> around = asked;
        asked = new ArrayList<>();
        boolean held = condition.holdsFor(context, this);
        around.add(told(condition, context, held));
        asked = around;
        return held;
    }

    @Override
    public void placed(Stickiness stickiness, @Nullable String identifier, int bucket) {
        placements.add(new Placement(stickiness.name(), identifier, identifier == null ? null : (Integer) bucket));
    }

    private AskedCondition told(Condition condition, EvaluationContext context, boolean held) {
        if (condition instanceof Comparison comparison) {
            Object value = comparison.attribute().valueIn(context);
            return new AskedCondition.Compared(
                    comparison.attribute().name(),
                    value == null ? null : Legible.line(value.toString(), LONGEST_VALUE),
                    comparison.operator(),
                    comparison.operand(),
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
            return "segment " + segment.key();
        }
        return condition instanceof Condition.All ? "all" : condition instanceof Condition.Any ? "any" : "not";
    }
}
