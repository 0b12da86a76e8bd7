package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.chart.BucketBar;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Piece;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.PercentageResult;
import dev.jackstaff.engine.flag.Explanation.RuleResult;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.List;

/** The way to a decision, step by step: the switch, the prerequisites, the rules, the answer. */
final class DecisionPath {
    private final Place place;
    private final FlagDefinition flag;
    private final Explanation explanation;
    private final VariantColours colours;
    private final List<PathStep> steps = new ArrayList<>();

    private DecisionPath(Place place, FlagDefinition flag, Explanation explanation, VariantColours colours) {
        this.place = place;
        this.flag = flag;
        this.explanation = explanation;
        this.colours = colours;
    }

    static List<PathStep> of(Place place, FlagDefinition flag, Explanation explanation, VariantColours colours) {
        DecisionPath path = new DecisionPath(place, flag, explanation, colours);
        path.lamp();
        path.prerequisites();
        path.rules();
        path.answer();
        return List.copyOf(path.steps);
    }

    private void lamp() {
        boolean on = flag.enabled();
        add(
                on ? "yes" : "no",
                say(on ? "path.on" : "path.off"),
                List.of(text(say("path.in", place.mark().name()))),
                say("path.revision", place.revision()));
    }

    private void prerequisites() {
        for (Explanation.PrerequisiteResult asked : explanation.prerequisites()) {
            Evaluation parent = asked.parent().evaluation();
            Variant variant = parent.variant();
            add(
                    asked.met() ? "yes" : "no",
                    say(asked.met() ? "path.holds" : "path.holdsNot"),
                    List.of(
                            Piece.of("key", parent.flagKey()),
                            text(say("path.serves")),
                            Piece.of("val", variant == null ? say("path.nothing") : variant.key())),
                    parent.reason().name());
        }
    }

    private void rules() {
        List<RuleResult> asked = explanation.rules();
        int next = 0;
        int number = 0;
        for (RuleDefinition rule : flag.rules()) {
            number++;
            if (next == asked.size()) {
                return;
            }
            if (rule.enabled()) {
                rule(number, rule, asked.get(next));
                next++;
            } else {
                steps.add(PathStep.of(
                        "skip", String.valueOf(number), "", List.of(text(say("path.paused", number))), rule.name()));
            }
        }
    }

    private void rule(int number, RuleDefinition rule, RuleResult result) {
        ConditionRows rows = ConditionRows.of(result.condition(), rule.rollout());
        List<BucketBar> bars = new ArrayList<>();
        PercentageResult percentage = rows.percentage();
        if (percentage != null) {
            bars.add(Buckets.rollout(percentage, rule.rollout().basisPoints()));
        }
        if (result.matched()) {
            split(rule.outcome(), bars);
        }
        steps.add(new PathStep(
                result.matched() ? "yes" : "no",
                result.matched() ? "check" : "x",
                say(result.matched() ? "path.matches" : "path.matchesNot", number),
                List.of(),
                rule.name(),
                rows.rows(),
                bars));
    }

    private void split(OutcomeDefinition outcome, List<BucketBar> bars) {
        if (outcome instanceof OutcomeDefinition.Split split
                && !explanation.assignments().isEmpty()) {
            bars.add(Buckets.split(explanation.assignments().get(0), split, colours));
        }
    }

    private void answer() {
        Evaluation answer = explanation.evaluation();
        Variant variant = answer.variant();
        List<BucketBar> bars = new ArrayList<>();
        boolean matched = explanation.rules().stream().anyMatch(RuleResult::matched);
        if (!matched) {
            split(flag.fallthrough(), bars);
        }
        List<Piece> pieces = new ArrayList<>();
        if (answer.errorCode() != null) {
            pieces.add(text(String.valueOf(answer.errorDetails())));
        } else if (variant != null) {
            pieces.add(new Piece("serve", variant.key(), colours.dot(variant.key())));
            pieces.add(text(say("path.value")));
            pieces.add(Piece.of("val", variant.value().json()));
        }
        String note = say("path.reason", answer.reason().name());
        String strong =
                say(answer.errorCode() != null ? "path.failed" : variant == null ? "path.default" : gets(matched));
        steps.add(new PathStep("end", "flag", strong, pieces, note, List.of(), bars));
    }

    private String gets(boolean matched) {
        boolean unmet = explanation.prerequisites().stream().anyMatch(asked -> !asked.met());
        if (matched || unmet || !flag.enabled()) {
            return "path.gets";
        }
        return explanation.rules().isEmpty() ? "path.everyoneGets" : "path.elseGets";
    }

    private void add(String kind, String strong, List<Piece> pieces, String note) {
        steps.add(PathStep.of(kind, kind.equals("yes") ? "check" : "x", strong, pieces, note));
    }

    private static Piece text(String words) {
        return Piece.of("text", words);
    }

    private static String say(String key, Object... arguments) {
        return MessageBundle.format(key, arguments);
    }
}
