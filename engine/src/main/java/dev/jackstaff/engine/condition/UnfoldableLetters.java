package dev.jackstaff.engine.condition;

/**
 * A check for the letters U+1C80 to U+1C88, on which RE2/J 1.8 loops forever in case-insensitive expressions. A hyphen
 * makes a range only inside of brackets, between two characters that are no class of their own.
 */
final class UnfoldableLetters {
    private static final int FIRST = 0x1c80;
    private static final int LAST = 0x1c88;
    /** The first letter of a range over all letters with case, which RE2/J does not fold letter by letter. */
    private static final int FIRST_FOLDED = 'A';

    private static final int LAST_FOLDED = 0x1e943;
    /** What is no single character: a class such as {@code \d}, or an escape that cannot be read. */
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
        while (index < expression.length()) {
            boolean found = expression.startsWith("\\Q", index)
                    ? findInQuotation()
                    : expression.charAt(index) == '[' ? findInBrackets() : isUnfoldable(letter());
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Looks through literal text from {@code \Q} to {@code \E}. */
    private boolean findInQuotation() {
        int end = expression.indexOf("\\E", index + 2);
        String literal = expression.substring(index + 2, end < 0 ? expression.length() : end);
        index = end < 0 ? expression.length() : end + 2;
        return literal.codePoints().anyMatch(UnfoldableLetters::isUnfoldable);
    }

    /** Looks through a bracket expression; a bracket at its start belongs to it. */
    private boolean findInBrackets() {
        index++;
        if (at('^')) {
            index++;
        }
        boolean found = false;
        for (boolean first = true; index < expression.length() && (first || !at(']')); first = false) {
            found |= findInRange();
        }
        index++;
        return found;
    }

    /** Looks at a class such as {@code [:alpha:]}, a range, or a single character. */
    private boolean findInRange() {
        int end = expression.startsWith("[:", index) ? expression.indexOf(":]", index + 2) : -1;
        if (end >= 0) {
            index = end + 2;
            return false;
        }
        int from = letter();
        if (from == NONE || !at('-') || expression.startsWith("-]", index)) {
            return isUnfoldable(from);
        }
        index++;
        int to = index < expression.length() ? letter() : NONE;
        boolean all = from <= FIRST_FOLDED && to >= LAST_FOLDED;
        return isUnfoldable(from) || isUnfoldable(to) || (from <= LAST && to >= FIRST && !all);
    }

    private static boolean isUnfoldable(int letter) {
        return letter >= FIRST && letter <= LAST;
    }

    private boolean at(char expected) {
        return index < expression.length() && expression.charAt(index) == expected;
    }

    /** The letter at the current index, written literally or escaped; NONE for a class. */
    private int letter() {
        int letter = expression.codePointAt(index);
        index += Character.charCount(letter);
        if (letter != '\\' || index >= expression.length()) {
            return letter;
        }
        int kind = expression.codePointAt(index);
        index += Character.charCount(kind);
        return switch (kind) {
            case 'x' -> hexadecimal();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(kind - '0');
            case 'd', 'D', 's', 'S', 'w', 'W' -> NONE;
            case 'p', 'P' -> unicodeClass();
            default -> kind;
        };
    }

    /** Reads the name of a class, which is one character or in braces. */
    private int unicodeClass() {
        int end = at('{') ? expression.indexOf('}', index) : index;
        index = end < 0 ? expression.length() : Math.min(expression.length(), end + 1);
        return NONE;
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
