package dev.jackstaff.engine.condition;

/** A check for the letters U+1C80 to U+1C88, on which RE2/J 1.8 loops forever in case-insensitive expressions. */
final class UnfoldableLetters {
    private static final int FIRST = 0x1c80;
    private static final int LAST = 0x1c88;
    /** The first letter of a range over all letters with case, which RE2/J does not fold letter by letter. */
    private static final int FIRST_FOLDED = 'A';

    private static final int LAST_FOLDED = 0x1e943;
    private static final int NONE = -1;

    private final String expression;
    private int index;

    private UnfoldableLetters(String expression) {
        this.expression = expression;
    }

    /** Whether a case-insensitive expression may contain one of these letters; true when in doubt. */
    static boolean occurIn(String expression) {
        return new UnfoldableLetters(expression).find();
    }

    private boolean find() {
        int before = NONE;
        boolean range = false;
        while (index < expression.length()) {
            int letter = letter();
            int from = range && before != NONE ? Math.min(before, letter) : letter;
            boolean all = from <= FIRST_FOLDED && letter >= LAST_FOLDED;
            if (from <= LAST && letter >= FIRST && !all) {
                return true;
            }
            boolean dash = letter == '-' && !range;
            before = dash ? before : letter;
            range = dash;
        }
        return false;
    }

    /** The letter at the current index, written literally or as a numeric escape. */
    private int letter() {
        int letter = expression.codePointAt(index);
        index += Character.charCount(letter);
        if (letter != '\\' || index >= expression.length()) {
            return letter;
        }
        char kind = expression.charAt(index++);
        if (kind == 'x') {
            return hexadecimal();
        }
        return kind >= '0' && kind <= '7' ? octal(kind - '0') : kind;
    }

    private int hexadecimal() {
        if (expression.startsWith("{", index)) {
            int end = Math.max(index, expression.indexOf('}', index));
            int letter = number(expression.substring(index + 1, Math.max(index + 1, end)));
            index = Math.max(index + 1, end + 1);
            return letter;
        }
        int end = Math.min(expression.length(), index + 2);
        int letter = number(expression.substring(index, end));
        index = end;
        return letter;
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException none) {
            return NONE;
        }
    }

    private int octal(int first) {
        int letter = first;
        for (int i = 0; i < 2 && index < expression.length(); i++) {
            int digit = expression.charAt(index) - '0';
            if (digit < 0 || digit > 7) {
                return letter;
            }
            letter = 8 * letter + digit;
            index++;
        }
        return letter;
    }
}
