package dev.jackstaff.engine.condition;

import dev.jackstaff.engine.Legible;
import java.util.Collection;
import java.util.stream.Collectors;

/** What conditions are compared with, for people. */
final class Operands {
    private static final int MOST_SHOWN = 10;
    private static final int LONGEST_SHOWN = 100;

    private Operands() {}

    /** The first few of some operands, and how many more there are. */
    static String shown(Collection<?> operands) {
        String first = operands.stream()
                .limit(MOST_SHOWN)
                .map(operand -> shortened(operand.toString()))
                .collect(Collectors.joining(", "));
        return operands.size() <= MOST_SHOWN ? first : first + " and " + (operands.size() - MOST_SHOWN) + " more";
    }

    static String shortened(String text) {
        return Legible.line(text, LONGEST_SHOWN);
    }
}
