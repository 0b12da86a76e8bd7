package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.PrintableText;
import java.util.Collection;
import java.util.stream.Collectors;

/** The readable, shortened text of operands. */
final class OperandText {
    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_SHOWN = 100;

    private OperandText() {}

    /** The first ten operands, and the number of the others. */
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
