package dev.jackstaff.protocols.flagsmith.compiler;

import com.google.re2j.Pattern;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.Comparison;
import dev.jackstaff.engine.condition.RegularExpression;

/**
 * The property, as text, begins with a match of a regular expression. The expression is Python's as far as RE2 goes: no
 * look-around, no back-references.
 */
record PatternStart(Property attribute, RegularExpression expression, String operand) implements Comparison {
    /**
     * The match of one of Python's expressions.
     *
     * @throws IllegalArgumentException where RE2 does not have it, or it is too large
     */
    static PatternStart parse(Property attribute, String expression) {
        return new PatternStart(attribute, RegularExpression.compile(translated(expression), false), expression);
    }

    @Override
    public boolean holdsFor(EvaluationContext context) {
        String text = attribute.textIn(context);
        return text != null && expression.startsIn(text);
    }

    @Override
    public long effort() {
        return expression.effort();
    }

    /**
     * An expression of Python's in RE2's words. {@code \Z} is the end of the text, {@code $} is before a last line break too
     * (but not where a group of flags makes it the end of any line), {@code \d} and {@code \w} are of all scripts.
     */
    private static String translated(String expression) {
        boolean lines = Flags.anyWith('m', expression);
        StringBuilder translated = new StringBuilder(expression.length() + 8);
        int classFrom = -1;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            boolean inClass = classFrom >= 0;
            if (c == '\\' && i + 1 < expression.length()) {
                translated.append(escape(expression.charAt(++i), inClass));
            } else if (c == '$' && !inClass && !lines) {
                translated.append("(?:\\n?\\z)");
            } else {
                translated.append(c);
                if (!inClass && c == '[') {
                    classFrom = expression.startsWith("^", i + 1) ? i + 2 : i + 1;
                } else if (inClass && c == ']' && i > classFrom) {
                    classFrom = -1;
                }
            }
        }
        return translated.toString();
    }

    private static String escape(char escaped, boolean inClass) {
        return switch (escaped) {
            case 'd' -> "\\p{Nd}";
            case 'D' -> "\\P{Nd}";
            case 'w' -> inClass ? "\\p{L}\\p{N}_" : "[\\p{L}\\p{N}_]";
            case 'W' -> inClass ? "\\W" : "[^\\p{L}\\p{N}_]";
            case 'Z' -> inClass ? "\\Z" : "\\z";
            default -> "\\" + escaped;
        };
    }

    @Override
    public String operator() {
        return "REGEX";
    }

    /** Groups of flags, as {@code (?im)} and {@code (?s:...)}. */
    private static final class Flags {
        private static final Pattern GROUP = Pattern.compile("\\(\\?[a-zA-Z-]+[:)]");

        static boolean anyWith(char flag, String expression) {
            var groups = GROUP.matcher(expression);
            while (groups.find()) {
                if (groups.group().indexOf(flag) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
