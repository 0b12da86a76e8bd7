package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.PrintableText;
import java.util.Collection;
import java.util.stream.Collectors;

/** What conditions are compared with, for people. */
final class OperandText {
    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_SHOWN = 100;

    private OperandText() {}

    /** The first few of some operands, and how many more there are. */
    static String summarize(Collection<?> operands) {
        String first = operands.stream()
                .limit(MOST_SHOWN)
                .map(operand -> shorten(operand.toString()))
                .collect(Collectors.joining(", "));
        return operands.size() <= MOST_SHOWN ? first : first + " and " + (operands.size() - MOST_SHOWN) + " more";
    }

    static String shorten(String text) {
        return PrintableText.singleLine(text, LONGEST_SHOWN);
    }
}
