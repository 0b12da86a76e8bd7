package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The description of rules in plain language. */
final class RuleDescription {
    private static final int MAX_SHOWN_VALUES = 8;

    private RuleDescription() {}

    /** A rule's condition in plain language, such as {@code country is one of SE, NO}. */
    static String condition(ConditionDefinition condition) {
        if (condition instanceof ConditionDefinition.Comparison compare) {
            return comparison(compare);
        }
        if (condition instanceof ConditionDefinition.InSegment in) {
            return MessageBundle.format("rule.segment", in.segment());
        }
        if (condition instanceof ConditionDefinition.All all) {
            return all.parts().isEmpty() ? MessageBundle.format("rule.everybody") : joined(all.parts(), "rule.and");
        }
        if (condition instanceof ConditionDefinition.Any any) {
            return any.parts().isEmpty() ? MessageBundle.format("rule.nobody") : joined(any.parts(), "rule.or");
        }
        List<ConditionDefinition> excluded = ((ConditionDefinition.None) condition).parts();
        return excluded.isEmpty()
                ? MessageBundle.format("rule.everybody")
                : MessageBundle.format("rule.none", joined(excluded, "rule.or"));
    }

    private static String joined(List<ConditionDefinition> parts, String conjunction) {
        return parts.stream()
                .map(part -> parts.size() > 1 && isGroup(part) ? "(" + condition(part) + ")" : condition(part))
                .collect(Collectors.joining(" " + MessageBundle.format(conjunction) + " "));
    }

    private static boolean isGroup(ConditionDefinition condition) {
        return !(condition instanceof ConditionDefinition.Comparison)
                && !(condition instanceof ConditionDefinition.InSegment);
    }

    private static String comparison(ConditionDefinition.Comparison compare) {
        String operator = compare.operator().phrase();
        List<String> values = compare.values();
        String shown = values.stream().limit(MAX_SHOWN_VALUES).collect(Collectors.joining(", "));
        if (values.size() > MAX_SHOWN_VALUES) {
            shown = MessageBundle.format("rule.more", shown, values.size() - MAX_SHOWN_VALUES);
        }
        String sentence = (compare.attribute() + " " + operator + " " + shown).strip();
        if (compare.caseInsensitive()) {
            sentence = MessageBundle.format("rule.anyCase", sentence);
        }
        return compare.inverted() ? MessageBundle.format("rule.not", sentence) : sentence;
    }

    /** A rule's outcome in plain language, such as {@code serve on to 25 % by userId}. */
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
                ? MessageBundle.format("rule.rollout", served, percent)
                : MessageBundle.format("rule.rolloutBy", served, percent, rollout.stickiness());
    }

    /** An outcome in plain language, such as {@code serve on}. */
    static String outcome(OutcomeDefinition outcome) {
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            return MessageBundle.format("rule.serve", serve.variant());
        }
        if (outcome instanceof OutcomeDefinition.Split split) {
            String shares = split.variants().stream()
                    .map(share -> share.variant() + " " + share.weight())
                    .collect(Collectors.joining(" : "));
            return MessageBundle.format("rule.split", shares);
        }
        return MessageBundle.format("rule.off");
    }
}
