package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.PrintableText;
import java.util.Collection;
import java.util.stream.Collectors;

/** The readable, shortened text of operands. */
final class OperandText {
    private static final int MAX_OPERANDS = 10;
    private static final int MAX_OPERAND_LENGTH = 100;

    private OperandText() {}

    /** The first ten operands, and the number of the others. */
    static String summarize(Collection<?> operands) {
        String first = operands.stream()
                .limit(MAX_OPERANDS)
                .map(operand -> shorten(operand.toString()))
                .collect(Collectors.joining(", "));
        return operands.size() <= MAX_OPERANDS ? first : first + " and " + (operands.size() - MAX_OPERANDS) + " more";
    }

    static String shorten(String text) {
        return PrintableText.singleLine(text, MAX_OPERAND_LENGTH);
    }
}
