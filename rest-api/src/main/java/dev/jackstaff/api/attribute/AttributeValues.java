package dev.jackstaff.api.attribute;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.NumberText;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The legal values of an attribute in bodies: strings, or numbers. */
public final class AttributeValues {
    private AttributeValues() {}

    /** The values of a member of a request. */
    public static List<String> read(String field, @Nullable List<@Nullable JsonText> values) {
        List<JsonText> given = RequestFields.list(field, values);
        return IntStream.range(0, given.size())
                .mapToObj(index -> read(field + "[" + index + "]", given.get(index)))
                .toList();
    }

    private static String read(String field, JsonText value) {
        if (value.token().isNumeric()) {
            return NumberText.of(value.asNumber());
        }
        if (!value.json().startsWith("\"")) {
            throw new DomainException.Invalid(field, "must be a string or a number");
        }
        return Objects.requireNonNull(RequestFields.textOrNull(field, value));
    }

    static List<JsonText> write(AttributeDetails details) {
        return details.values().stream()
                .map(details.type()::json)
                .map(JsonText::parse)
                .toList();
    }
}
