package dev.jackstaff.engine.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression in RE2 syntax, matched in time linear in the text's length. Its size is bounded, and so is the
 * length of the texts it searches: the larger the expression, the shorter the texts. Longer texts never match.
 */
public final class RegularExpression {
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_TEXT_LENGTH = 10_000;
    /** The maximum of text length times expression size: some ten milliseconds. */
    private static final int MAX_WORK = 1_000_000;

    private static final Pattern INLINE_FLAGS = Pattern.compile("\\(\\?[a-zA-Z]*i");

    private final Pattern pattern;
    private final int size;

    private RegularExpression(Pattern pattern, int size) {
        this.pattern = pattern;
        this.size = size;
    }

    /**
     * The compiled form of an expression.
     *
     * @throws IllegalArgumentException if it is not valid in RE2 syntax, or too large
     */
    public static RegularExpression compile(String expression, boolean caseInsensitive) {
        if (expression.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a regular expression must have at most " + MAX_LENGTH + " characters");
        }
        long size = PatternSize.of(expression);
        if (size > PatternSize.MAX_SIZE) {
            throw new IllegalArgumentException(
                    "the repetitions of a regular expression, written out, must have at most " + PatternSize.MAX_SIZE
                            + " characters");
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

    /** Whether the expression matches anywhere in a text. */
    public boolean matchesIn(String text) {
        return isShortEnough(text) && pattern.matcher(text).find();
    }

    /** Whether a text starts with a match. */
    public boolean matchesStartOf(String text) {
        return isShortEnough(text) && pattern.matcher(text).lookingAt();
    }

    private boolean isShortEnough(String text) {
        return text.length() <= maxTextLength();
    }

    /** The maximum length of a searched text, in characters: 10,000, or fewer if the size exceeds 100. */
    public int maxTextLength() {
        return Math.min(MAX_TEXT_LENGTH, MAX_WORK / size);
    }

    /** The upper bound of the cost of a search, in steps as in {@link Comparison#cost}. */
    public long cost() {
        return 10L * size;
    }

    /** Whether the whole expression ignores case; flags within it are not considered. */
    boolean caseInsensitive() {
        return (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
    }

    /** The source text of the expression. */
    @Override
    public String toString() {
        return pattern.pattern();
    }
}
