package dev.jackstaff.api.json;

import dev.jackstaff.domain.DomainException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Members of bodies: what is left out has its default, and what must be there is asked for by name. */
public final class RequestFields {
    private RequestFields() {}

    /** The value of a member that must be there. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new DomainException.Invalid(field, "this must be there");
        }
        return value;
    }

    /** The text; empty where there is none. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The list; empty where there is none. It has no nulls. */
    public static <T> List<T> list(String field, @Nullable List<@Nullable T> values) {
        if (values == null) {
            return List.of();
        }
        return Stream.iterate(0, index -> index < values.size(), index -> index + 1)
                .map(index -> required(field + "[" + index + "]", values.get(index)))
                .toList();
    }

    /** A key, or any other value that a text is parsed to; what is refused is refused under the member's name. */
    public static <T> T parse(String field, @Nullable String text, Function<String, T> parsing) {
        try {
            return parsing.apply(required(field, text));
        } catch (DomainException.Invalid invalid) {
            throw new DomainException.Invalid(field, invalid.violations().get(0).message());
        }
    }

    /** As {@link #parse}; null where there is no text. */
    public static <T> @Nullable T parseOptional(String field, @Nullable String text, Function<String, T> parsing) {
        return text == null ? null : parse(field, text, parsing);
    }

    /** Refuses to change what never changes; left out, it is as it was. */
    public static void requireUnchanged(String field, @Nullable String sent, Object actual) {
        if (sent != null && !sent.equals(actual.toString())) {
            throw new DomainException.Invalid(field, "this cannot be changed; it is \"" + actual + "\"");
        }
    }

    /** One of a few names. */
    public static <T> T parseLabel(
            String field, String name, Function<String, Optional<T>> naming, List<String> names) {
        return naming.apply(name)
                .orElseThrow(() -> new DomainException.Invalid(
                        field, "one of " + names.stream().collect(Collectors.joining(", ")) + " expected"));
    }

    /** An instant in ISO 8601, as {@code 2026-11-01T00:00:00Z}. */
    public static Instant parseInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException invalid) {
            throw new DomainException.Invalid("", "an instant as 2026-11-01T00:00:00Z expected");
        }
    }
}
