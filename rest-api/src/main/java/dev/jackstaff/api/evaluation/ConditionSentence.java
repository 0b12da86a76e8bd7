package dev.jackstaff.api.evaluation;

import dev.jackstaff.engine.flag.Explanation.ConditionResult;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.ComparisonResult;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.GroupResult;
import dev.jackstaff.engine.flag.Explanation.ConditionResult.PercentageResult;
import dev.jackstaff.engine.snapshot.Operator;
import java.util.Arrays;

/** What a condition says, in the words of the admin pages. */
final class ConditionSentence {
    private ConditionSentence() {}

    /** A comparison, such as {@code country is one of SE, NO}. */
    static String of(ComparisonResult comparison) {
        return of(comparison, phrase(comparison.operator()));
    }

    static String of(PercentageResult percentage) {
        return "bucket up to " + percentage.limit();
    }

    /** A group; its parts say the rest, unless it negates one comparison. */
    static String of(GroupResult group) {
        boolean empty = group.parts().isEmpty();
        return switch (group.kind()) {
            case "all" -> empty ? "everybody" : "all of these";
            case "any" -> empty ? "nobody" : "any of these";
            case "not" -> empty ? "not" : negation(group.parts().get(0));
            default -> group.kind().startsWith("segment ") ? "in " + group.kind() : group.kind();
        };
    }

    private static String negation(ConditionResult negated) {
        if (negated instanceof ComparisonResult comparison) {
            return comparison.operator().equals(Operator.IN.name())
                    ? of(comparison, Operator.NOT_IN.phrase())
                    : "not (" + of(comparison) + ")";
        }
        return negated instanceof GroupResult group && group.kind().equals("any") ? "none of these" : "not";
    }

    private static String of(ComparisonResult comparison, String phrase) {
        String sentence = (comparison.attribute() + " " + phrase + " " + comparison.operand()).strip();
        return comparison.caseInsensitive() ? sentence + ", in any case" : sentence;
    }

    /** The operator in words; operators of foreign documents stay as these spell them. */
    private static String phrase(String operator) {
        return Arrays.stream(Operator.values())
                .filter(known -> known.name().equals(operator))
                .map(Operator::phrase)
                .findFirst()
                .orElse(operator);
    }
}
