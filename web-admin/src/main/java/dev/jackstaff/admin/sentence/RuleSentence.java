package dev.jackstaff.admin.sentence;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;

/** A rule as a sentence: {@code If country is one of SE NO, then 25 % get on by userId}. */
public final class RuleSentence {
    private final Sentence sentence;

    private RuleSentence(VariantColours colours) {
        sentence = new Sentence(colours);
    }

    /** The sentence of a rule. */
    public static List<Piece> of(RuleDefinition rule, VariantColours colours) {
        RuleSentence written = new RuleSentence(colours);
        boolean everybody = rule.condition().equals(ConditionDefinition.ALWAYS);
        if (!everybody) {
            written.sentence.join("sentence.if");
            ConditionSentence.write(rule.condition(), written.sentence);
            written.sentence.text("sentence.then");
        }
        written.share(rule.rollout(), everybody);
        if (rule.outcome() instanceof OutcomeDefinition.Split split) {
            written.by(rule.rollout());
            written.outcome(split, rule.rollout());
            written.by(split.stickiness(), split.group());
        } else {
            written.outcome(rule.outcome(), rule.rollout());
            written.by(rule.rollout());
        }
        return written.sentence.pieces();
    }

    /** The sentence of what everyone gets whom no rule matches. */
    public static List<Piece> ofFallthrough(OutcomeDefinition outcome, VariantColours colours) {
        RuleSentence written = new RuleSentence(colours);
        written.sentence.strong("sentence.everyoneElse");
        written.outcome(outcome, RolloutDefinition.EVERYONE);
        if (outcome instanceof OutcomeDefinition.Split split) {
            written.by(split.stickiness(), split.group());
        }
        return written.sentence.pieces();
    }

    /** The part of a sentence that says for whom a rule is. */
    public static List<Piece> ofCondition(ConditionDefinition condition, VariantColours colours) {
        RuleSentence written = new RuleSentence(colours);
        ConditionSentence.write(condition, written.sentence);
        return written.sentence.pieces();
    }

    /** The part of a sentence that says what somebody gets. */
    public static List<Piece> ofOutcome(OutcomeDefinition outcome, VariantColours colours) {
        RuleSentence written = new RuleSentence(colours);
        written.outcome(outcome, RolloutDefinition.EVERYONE);
        return written.sentence.pieces();
    }

    /** The part of a sentence that says how many get it. */
    public static List<Piece> ofRollout(RolloutDefinition rollout, VariantColours colours) {
        RuleSentence written = new RuleSentence(colours);
        written.share(rollout, false);
        written.by(rollout);
        return written.sentence.pieces();
    }

    private void share(RolloutDefinition rollout, boolean first) {
        if (rollout.basisPoints() == RolloutDefinition.WHOLE) {
            sentence.strong(first ? "sentence.Everyone" : "sentence.everyone");
        } else {
            sentence.strongText(Percent.of(rollout.basisPoints()));
        }
    }

    private void outcome(OutcomeDefinition outcome, RolloutDefinition rollout) {
        boolean many = rollout.basisPoints() != RolloutDefinition.WHOLE;
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            sentence.text(many ? "sentence.get" : "sentence.gets");
            sentence.serve(serve.variant(), serve.variant());
        } else if (outcome instanceof OutcomeDefinition.Split split) {
            sentence.strong("sentence.split");
            long sum =
                    split.variants().stream().mapToLong(share -> share.weight()).sum();
            split.variants()
                    .forEach(share ->
                            sentence.serve(share.variant(), share.variant() + " " + Percent.of(share.weight(), sum)));
        } else {
            sentence.text(many ? "sentence.getOff" : "sentence.getsOff");
        }
    }

    /** Who is in the share: nobody is chosen for the whole. */
    private void by(RolloutDefinition rollout) {
        if (rollout.basisPoints() != RolloutDefinition.WHOLE) {
            by(rollout.stickiness(), rollout.group());
        }
    }

    private void by(String stickiness, String group) {
        if (!stickiness.equals("default")) {
            sentence.operator("sentence.by");
            sentence.attribute(stickiness);
        }
        if (!group.isEmpty()) {
            sentence.text("sentence.inGroup");
            sentence.attribute(group);
        }
    }
}
