package dev.jackstaff.protocols.flagsmith.compiler;

/**
 * A translator of a Python character class, {@code [...]}, to RE2. RE2's own named classes are not recognized in it.
 */
final class PythonCharacterClass {
    static final String WORD = "\\p{L}\\p{N}_";

    /** Python's white space, including the separators below U+0020. */
    static final String SPACE = "\\t-\\r\\x1c- \\x{85}\\p{Z}";

    private static final String DIGIT = "\\p{Nd}";
    private static final String NO_DIGIT = "\\P{Nd}";
    private static final String NO_WORD = "\\p{M}\\p{S}\\p{Z}\\p{C}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}"
            + "\\x{203f}\\x{2040}\\x{2054}\\x{fe33}\\x{fe34}\\x{fe4d}-\\x{fe4f}\\x{ff3f}\\x{1f000}-\\x{1f0ff}\\x{1f10d}-\\x{1faff}";
    private static final String NO_SPACE = "\\x00-\\x08\\x0e-\\x1b!-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}"
            + "\\x{1681}-\\x{1c7f}\\p{Ll}\\x{1c89}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"
            + "\\x{3001}-\\x{10ffff}";
    private static final String ANYTHING = "\\x00-\\x{10ffff}";

    private final String expression;
    private final StringBuilder members = new StringBuilder();
    private final StringBuilder kinds = new StringBuilder();
    private final boolean anyCase;
    private int at;

    private PythonCharacterClass(String expression, int at, boolean anyCase) {
        this.expression = expression;
        this.anyCase = anyCase;
        this.at = at;
    }

    /**
     * Appends the RE2 form of the class at an index of an expression.
     *
     * @param anyCase whether case is ignored
     * @return the index behind the class
     * @throws IllegalArgumentException if Python refuses the class
     */
    static int translate(String expression, int at, boolean anyCase, StringBuilder translated) {
        boolean negated = expression.startsWith("^", at + 1);
        PythonCharacterClass members = new PythonCharacterClass(expression, negated ? at + 2 : at + 1, anyCase);
        members.read();
        translated.append(negated ? "[^" : "[").append(members.toRe2()).append(']');
        return members.at;
    }

    private void read() {
        int first = at;
        while (at == first || next() != ']') {
            member();
        }
        at++;
    }

    private char next() {
        if (at >= expression.length()) {
            throw new IllegalArgumentException("a class of characters without an end");
        }
        return expression.charAt(at);
    }

    private void member() {
        int from = element();
        if (next() != '-' || expression.startsWith("]", at + 1)) {
            add(from, from);
            return;
        }
        at++;
        int to = element();
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("an invalid character range");
        }
        add(from, to);
    }

    private void add(int from, int to) {
        if (anyCase && from <= PythonEscape.LAST_UNFOLDABLE && to >= PythonEscape.FIRST_UNFOLDABLE) {
            add(from, PythonEscape.FIRST_UNFOLDABLE - 1);
            add(PythonEscape.LAST_UNFOLDABLE + 1, to);
        } else if (from >= 0 && from <= to) {
            members.append(PythonEscape.toRe2(from));
            if (to > from) {
                members.append('-').append(PythonEscape.toRe2(to));
            }
        }
    }

    /** The next character; negative for a class such as {@code \d}. */
    private int element() {
        if (next() != '\\') {
            int character = expression.codePointAt(at);
            at += Character.charCount(character);
            return character;
        }
        char escaped = at + 1 < expression.length() ? expression.charAt(at + 1) : ' ';
        if ("dDwWsS".indexOf(escaped) >= 0) {
            kinds.append(escaped);
            at += 2;
            return -1;
        }
        PythonEscape character = PythonEscape.at(expression, at, true);
        at = character.end();
        return character.character();
    }

    private String toRe2() {
        String all = kinds.toString();
        boolean anything = (all.contains("d") && all.contains("D"))
                || (all.contains("w") && all.contains("W"))
                || (all.contains("s") && all.contains("S"));
        if (anything) {
            return ANYTHING;
        }
        if (all.isEmpty() && members.isEmpty()) {
            throw new IllegalArgumentException("letters whose other cases are not known");
        }
        all.chars().distinct().forEach(kind -> members.append(kind((char) kind)));
        return members.toString();
    }

    private static String kind(char kind) {
        return switch (kind) {
            case 'd' -> DIGIT;
            case 'D' -> NO_DIGIT;
            case 'w' -> WORD;
            case 'W' -> NO_WORD;
            case 's' -> SPACE;
            default -> NO_SPACE;
        };
    }
}
