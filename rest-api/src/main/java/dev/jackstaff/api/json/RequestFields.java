package dev.jackstaff.api.json;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Labels;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parsing of members of request bodies: defaults of those left out, and errors under the member's name. */
public final class RequestFields {
    private RequestFields() {}

    /** The value of a required member. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new DomainException.Invalid(field, "is required");
        }
        return value;
    }

    /** The text; empty if there is none. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The text; what there was if there is none. */
    public static String textOr(@Nullable String value, String before) {
        return value == null ? before : value;
    }

    /** The text of a member that may be null, which is not the same as left out. */
    public static @Nullable String textOrNull(String field, JsonText value) {
        if (value.json().equals("null")) {
            return null;
        }
        if (!value.json().startsWith("\"")) {
            throw new DomainException.Invalid(field, "must be a string");
        }
        return JsonBody.read(value.json().getBytes(StandardCharsets.UTF_8), String.class);
    }

    /** The list; empty if there is none. It has no nulls. */
    public static <T> List<T> list(String field, @Nullable List<@Nullable T> values) {
        if (values == null) {
            return List.of();
        }
        return Stream.iterate(0, index -> index < values.size(), index -> index + 1)
                .map(index -> required(field + "[" + index + "]", values.get(index)))
                .toList();
    }

    /** Parses a text to a key or any other value; errors name the member. */
    public static <T> T parse(String field, @Nullable String text, Function<String, T> parsing) {
        try {
            return parsing.apply(required(field, text));
        } catch (DomainException.Invalid invalid) {
            throw new DomainException.Invalid(field, invalid.violations().get(0).message());
        }
    }

    /** The list, each text parsed to a key or any other value; empty if there is none. */
    public static <T> List<T> parseList(
            String field, @Nullable List<@Nullable String> texts, Function<String, T> parsing) {
        return list(field, texts).stream()
                .map(text -> parse(field, text, parsing))
                .toList();
    }

    /** As {@link #parse}; null if there is no text. */
    public static <T> @Nullable T parseOptional(String field, @Nullable String text, Function<String, T> parsing) {
        return text == null ? null : parse(field, text, parsing);
    }

    /** The id, which is required. */
    public static UUID parseId(String field, @Nullable String text) {
        try {
            return UUID.fromString(required(field, text));
        } catch (IllegalArgumentException invalid) {
            throw new DomainException.Invalid(field, "must be an id such as 7a9d6e0a-5b0f-4a3e-9a51-6d8f4c2b1e00");
        }
    }

    /** The whole number. */
    public static long whole(String field, JsonText value) {
        try {
            return Long.parseLong(value.json());
        } catch (NumberFormatException invalid) {
            throw new DomainException.Invalid(field, "must be a whole number");
        }
    }

    /** The members of an object, by name. */
    public static Map<String, JsonText> members(String field, JsonText value) {
        Map<String, JsonText> members = new LinkedHashMap<>();
        DocumentReader.readWhole(value.json(), reader -> {
            reader.object(member -> {
                members.put(member, reader.json());
                return true;
            });
            return members;
        });
        return members;
    }

    /** Refuses a change of an immutable member, which may be left out. */
    public static void requireUnchanged(String field, @Nullable String sent, Object actual) {
        if (sent != null && !sent.equals(actual.toString())) {
            throw new DomainException.Invalid(field, "cannot be changed; it is \"" + actual + "\"");
        }
    }

    /** Parses the label of a constant. */
    public static <T extends Enum<T>> T parseLabel(String field, String label, Labels<T> labels) {
        return labels.find(label)
                .orElseThrow(
                        () -> new DomainException.Invalid(field, "must be one of " + String.join(", ", labels.all())));
    }

    /** Parses an instant in ISO 8601, such as {@code 2026-11-01T00:00:00Z}. */
    public static Instant parseInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException invalid) {
            throw new DomainException.Invalid("", "must be an instant such as 2026-11-01T00:00:00Z");
        }
    }
}
