package dev.jackstaff.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with what was sent, so that a caller learns all of it at once. Not thread-safe. */
public final class Violations {
    /** Longest name of anything, in characters. */
    public static final int MAX_NAME_LENGTH = 200;

    /** Longest description of anything, in characters. */
    public static final int MAX_DESCRIPTION_LENGTH = 10_000;

    private static final int MAX_REPORTED = 50;

    /** The escape of NUL, unless its backslash is escaped itself. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private final List<Violation> collected = new ArrayList<>();

    public void add(String field, String message) {
        if (collected.size() < MAX_REPORTED) {
            collected.add(new Violation(field, message));
        }
    }

    /** Adds one unless the claim is true. */
    public void require(boolean claim, String field, String message) {
        if (!claim) {
            add(field, message);
        }
    }

    /** What is made, or nothing and a violation where making it is refused. */
    public <T> @Nullable T attempt(String field, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            add(field, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    /** The length of a text, in characters; and no NUL in it, which PostgreSQL cannot keep. */
    public void checkText(String field, String text, int longest) {
        require(text.codePointCount(0, text.length()) <= longest, field, "at most " + longest + " characters");
        checkStorable(field, text);
    }

    /** That PostgreSQL can keep a text: no NUL in it, no half of a surrogate pair. */
    public void checkStorable(String field, String text) {
        require(text.indexOf('\0') < 0, field, "must not contain the character NUL");
        require(StandardCharsets.UTF_8.newEncoder().canEncode(text), field, "must not contain half a surrogate pair");
    }

    /** A name and a description. */
    public void checkNameAndDescription(String name, String description) {
        checkText("name", name, MAX_NAME_LENGTH);
        checkText("description", description, MAX_DESCRIPTION_LENGTH);
    }

    /** The same of JSON text, where such characters may be written as escapes. */
    public void checkStorableJson(String field, String json) {
        checkStorable(field, json);
        require(!ESCAPED_NUL.matcher(json).find(), field, "must not contain the character NUL");
    }

    /**
     * Lets nothing pass that has violations.
     *
     * @throws DomainException.Invalid with all of them
     */
    public void throwIfAny() {
        if (!collected.isEmpty()) {
            throw new DomainException.Invalid(collected);
        }
    }
}
