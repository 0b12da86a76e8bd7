package dev.jackstaff.protocols.flagsmith.compiler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A translator of Python {@code re} expressions to RE2. RE2 syntax that Python lacks or reads differently is refused
 * here; Python syntax that RE2 lacks is refused by RE2's own compiler.
 */
final class PythonPattern {
    private static final Pattern COUNTS = Pattern.compile("\\{([0-9]*)(,?)([0-9]*)}");
    private static final Pattern GLOBAL_FLAGS = Pattern.compile("\\(\\?([ims]+)\\)");
    private static final Pattern SCOPED_FLAGS = Pattern.compile("\\(\\?([ims]*)(?:-([ims]+))?:");
    private static final Pattern ANY_CASE = Pattern.compile("\\(\\?[a-zA-Z]*i");
    private static final Pattern NAME = Pattern.compile("\\(\\?P<[a-zA-Z_][a-zA-Z_0-9]*>");
    private static final String QUANTIFIERS = "*+?";
    private static final int MAX_COUNT_DIGITS = 4;

    private final String expression;
    private final StringBuilder translated;
    /** For each open group, whether {@code $} matches at the end of every line. */
    private final Deque<Boolean> lines = new ArrayDeque<>();

    private final boolean anyCase;
    private int at;
    /** Whether the last element was an anchor, which Python does not repeat. */
    private boolean place;

    private PythonPattern(String expression) {
        this.expression = expression;
        this.anyCase = ANY_CASE.matcher(expression).find();
        this.translated = new StringBuilder(expression.length() + 8);
    }

    /**
     * The expression in RE2 syntax. {@code \Z} is the end of the text, {@code $} also matches before a final line break
     * (unless flags make it the end of every line), and {@code \d}, {@code \w} and {@code \s} cover all scripts.
     *
     * @throws IllegalArgumentException if the expression is invalid in Python, or may not mean the same
     */
    static String toRe2(String expression) {
        PythonPattern pattern = new PythonPattern(expression);
        pattern.globalFlags();
        while (pattern.at < expression.length()) {
            pattern.step(expression.charAt(pattern.at));
        }
        return pattern.translated.toString();
    }

    /** Reads the global flags at the start of the expression. */
    private void globalFlags() {
        Matcher flags = GLOBAL_FLAGS.matcher(expression);
        boolean multiline = false;
        while (flags.region(at, expression.length()).lookingAt()) {
            multiline |= flags.group(1).indexOf('m') >= 0;
            translated.append(flags.group());
            at = flags.end();
        }
        lines.push(multiline);
    }

    private void step(char c) {
        boolean behindPlace = place;
        place = false;
        switch (c) {
            case '\\' -> escape();
            case '[' -> at = PythonCharacterClass.translate(expression, at, anyCase, translated);
            case '(' -> openGroup();
            case ')' -> {
                if (lines.size() > 1) {
                    lines.pop();
                }
                copy(1);
            }
            case '{' -> translateCount(behindPlace);
            case '^' -> {
                place = true;
                copy(1);
            }
            case '$' -> {
                place = true;
                end();
            }
            default -> {
                refusedIf(behindPlace && QUANTIFIERS.indexOf(c) >= 0, "a quantifier after an anchor");
                requireFoldable(c);
                copy(1);
            }
        }
    }

    private void end() {
        translated.append(Boolean.TRUE.equals(lines.peek()) ? "$" : "(?:\\n?\\z)");
        at++;
    }

    private void copy(int characters) {
        translated.append(expression, at, at + characters);
        at += characters;
    }

    /** Translates the start of a group: capturing, non-capturing, with flags, or named. */
    private void openGroup() {
        boolean around = Boolean.TRUE.equals(lines.peek());
        if (!expression.startsWith("(?", at)) {
            lines.push(around);
            copy(1);
            return;
        }
        Matcher scoped = SCOPED_FLAGS.matcher(expression).region(at, expression.length());
        Matcher named = NAME.matcher(expression).region(at, expression.length());
        if (scoped.lookingAt()) {
            String off = scoped.group(2) == null ? "" : scoped.group(2);
            lines.push((around || scoped.group(1).indexOf('m') >= 0) && off.indexOf('m') < 0);
            copy(scoped.end() - at);
        } else if (named.lookingAt()) {
            lines.push(around);
            copy(named.end() - at);
        } else {
            throw refused("a group that is not known here to mean what it means in Python");
        }
    }

    /** Translates a repetition count; any other brace is a literal character. */
    private void translateCount(boolean behindPlace) {
        Matcher counts = COUNTS.matcher(expression).region(at, expression.length());
        if (!counts.lookingAt() || counts.group().equals("{}")) {
            translated.append("\\{");
            at++;
            return;
        }
        refusedIf(behindPlace, "a quantifier after an anchor");
        translated
                .append('{')
                .append(counts.group(1).isEmpty() ? "0" : times(counts.group(1)))
                .append(counts.group(2))
                .append(counts.group(3).isEmpty() ? "" : times(counts.group(3)))
                .append('}');
        at = counts.end();
    }

    private String times(String digits) {
        String times = digits.replaceFirst("^0+(?=.)", "");
        refusedIf(times.length() > MAX_COUNT_DIGITS, "a repetition count above 9999");
        return times;
    }

    private void escape() {
        refusedIf(at + 1 == expression.length(), "a backslash at the end");
        char escaped = expression.charAt(at + 1);
        place = "AZbB".indexOf(escaped) >= 0;
        String of =
                switch (escaped) {
                    case 'd' -> "\\p{Nd}";
                    case 'D' -> "\\P{Nd}";
                    case 'w' -> "[" + PythonCharacterClass.WORD + "]";
                    case 'W' -> "[^" + PythonCharacterClass.WORD + "]";
                    case 's' -> "[" + PythonCharacterClass.SPACE + "]";
                    case 'S' -> "[^" + PythonCharacterClass.SPACE + "]";
                    case 'Z' -> "\\z";
                    case 'A', 'b', 'B' -> "\\" + escaped;
                    default -> "";
                };
        if (of.isEmpty()) {
            PythonEscape character = PythonEscape.at(expression, at, false);
            requireFoldable(character.character());
            translated.append(character.toRe2());
            at = character.end();
        } else {
            translated.append(of);
            at += 2;
        }
    }

    private void requireFoldable(int character) {
        boolean unfolded = character >= PythonEscape.FIRST_UNFOLDABLE && character <= PythonEscape.LAST_UNFOLDABLE;
        refusedIf(anyCase && unfolded, "a letter whose other cases are not known");
    }

    private void refusedIf(boolean wrong, String what) {
        if (wrong) {
            throw refused(what);
        }
    }

    private IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("not a regular expression of Python's that RE2 has too: \""
                + Operand.shorten(expression) + "\" (" + what + ")");
    }
}
