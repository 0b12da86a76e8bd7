package dev.jackstaff.engine.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression of RE2, whose time is linear in the text's length, whatever the expression. It is of a size whose
 * compilation is bounded; the larger it is, the shorter are the texts that it searches, and in longer ones nothing is found.
 */
public final class RegularExpression {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_TEXT = 10_000;
    /** Characters of the text times size of the expression: some ten milliseconds. */
    private static final int MOST_WORK = 1_000_000;

    private static final Pattern INLINE_FLAGS = Pattern.compile("\\(\\?[a-zA-Z]*i");

    private final Pattern pattern;
    private final int size;

    private RegularExpression(Pattern pattern, int size) {
        this.pattern = pattern;
        this.size = size;
    }

    /**
     * The expression, compiled.
     *
     * @throws IllegalArgumentException where it is none of RE2's, or too large
     */
    public static RegularExpression compile(String expression, boolean caseInsensitive) {
        if (expression.length() > LONGEST) {
            throw new IllegalArgumentException("a regular expression has at most " + LONGEST + " characters");
        }
        long size = PatternSize.of(expression);
        if (size > PatternSize.MAX_SIZE) {
            throw new IllegalArgumentException("the repetitions of a regular expression, written out, have at most "
                    + PatternSize.MAX_SIZE + " characters");
        }
        if ((caseInsensitive || INLINE_FLAGS.matcher(expression).find()) && UnfoldableLetters.occurIn(expression)) {
            throw new IllegalArgumentException(
                    "a regular expression that ignores case cannot have the letters U+1C80 to"
                            + " U+1C88, or a range over them");
        }
        try {
            Pattern pattern = Pattern.compile(expression, caseInsensitive ? Pattern.CASE_INSENSITIVE : 0);
            return new RegularExpression(pattern, (int) Math.max(1, size));
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException(
                    "not a regular expression of RE2: \"" + expression + "\" (" + invalid.getDescription() + ")",
                    invalid);
        }
    }

    /** Whether it matches anywhere in a text. */
    public boolean matchesIn(String text) {
        return isSearched(text) && pattern.matcher(text).find();
    }

    /** Whether a text starts with a match. */
    public boolean matchesStartOf(String text) {
        return isSearched(text) && pattern.matcher(text).lookingAt();
    }

    private boolean isSearched(String text) {
        return text.length() <= maxTextLength();
    }

    /** Longest text that is searched, in characters: 10,000, or fewer where the expression is longer than 100. */
    public int maxTextLength() {
        return Math.min(LONGEST_TEXT, MOST_WORK / size);
    }

    /** What a search takes at most, as {@link Comparison#cost} counts. */
    public long cost() {
        return 10L * size;
    }

    /** The expression, as it was compiled. */
    @Override
    public String toString() {
        return pattern.pattern();
    }
}
