package dev.jackstaff.domain.change;

import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** The words of instructions, for people. */
public final class InstructionText {
    private static final int DECIMALS_OF_PERCENT = 2;
    private static final int LONGEST_JSON = 60;

    private InstructionText() {}

    /** A rule by its name, or by its place if it has none: {@code the rule "Testers"}, {@code rule 2}. */
    static String rule(RuleDefinition rule, int place) {
        return rule.name().isEmpty() ? "rule " + place : "the rule \"" + rule.name() + "\"";
    }

    /** As above, at the beginning of a sentence. */
    public static String ruleFirst(RuleDefinition rule, int place) {
        String text = rule(rule, place);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What is served: a variant, or several with their parts. */
    static String outcome(OutcomeDefinition outcome) {
        if (outcome instanceof OutcomeDefinition.Serve serve) {
            return "\"" + serve.variant() + "\"";
        }
        if (outcome instanceof OutcomeDefinition.Split split) {
            return split.variants().stream()
                    .map(part -> "\"" + part.variant() + "\" (" + part.weight() + ")")
                    .collect(Collectors.joining(", ", "a split of ", ""));
        }
        return "the off variant";
    }

    /** JSON, cut off if it is long. */
    public static String shortened(String json) {
        return json.codePointCount(0, json.length()) <= LONGEST_JSON
                ? json
                : json.substring(0, json.offsetByCodePoints(0, LONGEST_JSON)) + " ...";
    }

    /** Basis points as a percentage: {@code 12.5 %}. */
    static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, DECIMALS_OF_PERCENT)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
