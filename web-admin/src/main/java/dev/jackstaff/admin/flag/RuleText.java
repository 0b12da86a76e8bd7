package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.Texts;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A rule in plain language. */
final class RuleText {
    private static final int SHOWN_VALUES = 8;

    private RuleText() {}

    /** Whom a rule concerns, as {@code country is one of SE, NO}. */
    static String condition(ConditionDefinition condition) {
        if (condition instanceof ConditionDefinition.Compare compare) {
            return comparison(compare);
        }
        if (condition instanceof ConditionDefinition.InSegment in) {
            return Texts.of("rule.segment", in.segment());
        }
        if (condition instanceof ConditionDefinition.All all) {
            return all.parts().isEmpty() ? Texts.of("rule.everybody") : joined(all.parts(), "rule.and");
        }
        if (condition instanceof ConditionDefinition.Any any) {
            return any.parts().isEmpty() ? Texts.of("rule.nobody") : joined(any.parts(), "rule.or");
        }
        List<ConditionDefinition> excluded = ((ConditionDefinition.None) condition).parts();
        return excluded.isEmpty() ? Texts.of("rule.everybody") : Texts.of("rule.none", joined(excluded, "rule.or"));
    }

    private static String joined(List<ConditionDefinition> parts, String conjunction) {
        return parts.stream()
                .map(part -> parts.size() > 1 && isGroup(part) ? "(" + condition(part) + ")" : condition(part))
                .collect(Collectors.joining(" " + Texts.of(conjunction) + " "));
    }

    private static boolean isGroup(ConditionDefinition condition) {
        return !(condition instanceof ConditionDefinition.Compare)
                && !(condition instanceof ConditionDefinition.InSegment);
    }

    private static String comparison(ConditionDefinition.Compare compare) {
        String operator = Texts.of("operator." + compare.operator().name());
        List<String> values = compare.values();
        String shown = values.stream().limit(SHOWN_VALUES).collect(Collectors.joining(", "));
        if (values.size() > SHOWN_VALUES) {
            shown = Texts.of("rule.more", shown, values.size() - SHOWN_VALUES);
        }
        String sentence = (compare.attribute() + " " + operator + " " + shown).strip();
        return compare.inverted() ? Texts.of("rule.not", sentence) : sentence;
    }

    /** What those get whom the rule concerns, as {@code serve on to 25 % by userId}. */
    static String outcome(RuleDefinition rule) {
        String served = outcome(rule.outcome());
        RolloutDefinition rollout = rule.rollout();
        if (rollout.basisPoints() == RolloutDefinition.WHOLE) {
            return served;
        }
        String percent = BigDecimal.valueOf(rollout.basisPoints(), 2)
                .stripTrailingZeros()
                .toPlainString();
        return rollout.stickiness().equals("default")
                ? Texts.of("rule.rollout", served, percent)
                : Texts.of("rule.rolloutBy", served, percent, rollout.stickiness());
    }

    /** What is served, as {@code serve on}. */
    static String outcome(OutcomeDefinition outcome) {
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            return Texts.of("rule.serve", serve.variant());
        }
        if (outcome instanceof OutcomeDefinition.Split split) {
            String shares = split.shares().stream()
                    .map(share -> share.variant() + " " + share.weight())
                    .collect(Collectors.joining(" : "));
            return Texts.of("rule.split", shares);
        }
        return Texts.of("rule.off");
    }
}
