package dev.jackstaff.api.http;

import dev.jackstaff.api.json.StorableText;
import dev.jackstaff.domain.DomainException;
import org.jspecify.annotations.Nullable;

/** The parsing of query parameters, done here because the framework would answer 404 to an invalid number. */
public final class QueryParameters {
    /** The default number of items on a page. */
    public static final int DEFAULT_LIMIT = 50;

    private QueryParameters() {}

    public static int limit(@Nullable String text) {
        return text == null ? DEFAULT_LIMIT : (int) Math.min(Integer.MAX_VALUE, number("limit", text));
    }

    /** A whole number that is not negative. */
    public static long number(String name, String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
            throw new DomainException.Invalid(name, "must not be negative");
        } catch (NumberFormatException invalid) {
            throw new DomainException.Invalid(name, "must be a whole number");
        }
    }

    /** True if a parameter is present without a value, or is {@code true}. */
    public static boolean bool(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.isEmpty() || text.equals("true")) {
            return true;
        }
        throw new DomainException.Invalid(name, "must be true or false");
    }

    /** A text; empty if there is none. */
    public static String text(String name, @Nullable String text) {
        if (text == null) {
            return "";
        }
        if (!StorableText.isStorable(text)) {
            throw new DomainException.Invalid(name, "must not contain the null character or an unpaired surrogate");
        }
        return text;
    }
}
