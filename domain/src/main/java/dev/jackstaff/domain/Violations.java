package dev.jackstaff.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A collector of validation errors, so that a caller learns all of them at once. Not thread-safe. */
public final class Violations {
    /** The maximum length of a name, in characters. */
    public static final int MAX_NAME_LENGTH = 200;

    /** The maximum length of a description, in characters. */
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

    /** Adds a violation unless the condition is true. */
    public void require(boolean condition, String field, String message) {
        if (!condition) {
            add(field, message);
        }
    }

    /** Returns the supplier's result; on {@link IllegalArgumentException}, adds a violation and returns null. */
    public <T> @Nullable T attempt(String field, Supplier<T> factory) {
        try {
            return factory.get();
        } catch (IllegalArgumentException refused) {
            add(field, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    /** Checks the length of a text in characters, and that PostgreSQL can store it. */
    public void checkText(String field, String text, int maxLength) {
        require(text.codePointCount(0, text.length()) <= maxLength, field, "at most " + maxLength + " characters");
        checkStorable(field, text);
    }

    /** Checks that PostgreSQL can store a text: it has no null character and no unpaired surrogate. */
    public void checkStorable(String field, String text) {
        require(text.indexOf('\0') < 0, field, "must not contain the null character");
        require(StandardCharsets.UTF_8.newEncoder().canEncode(text), field, "must not contain an unpaired surrogate");
    }

    /** Checks a name and a description. */
    public void checkNameAndDescription(String name, String description) {
        checkText("name", name, MAX_NAME_LENGTH);
        checkText("description", description, MAX_DESCRIPTION_LENGTH);
    }

    /** Checks that PostgreSQL can store a JSON text, in which such characters may be escaped. */
    public void checkStorableJson(String field, String json) {
        checkStorable(field, json);
        require(!ESCAPED_NUL.matcher(json).find(), field, "must not contain the null character");
    }

    /**
     * Throws if anything was collected.
     *
     * @throws DomainException.Invalid with all of them
     */
    public void throwIfAny() {
        if (!collected.isEmpty()) {
            throw new DomainException.Invalid(collected);
        }
    }
}
