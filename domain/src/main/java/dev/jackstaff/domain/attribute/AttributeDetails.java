package dev.jackstaff.domain.attribute;

import dev.jackstaff.engine.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a project says of an attribute.
 *
 * @param values the legal values, as the comparisons of rules have them; empty if every value of the type is legal
 */
public record AttributeDetails(AttributeType type, String description, List<String> values) {
    public AttributeDetails {
        values = List.copyOf(values);
    }

    /** These details with another type. */
    public AttributeDetails withType(AttributeType other) {
        return new AttributeDetails(other, description, values);
    }

    /** These details with another description. */
    public AttributeDetails withDescription(String other) {
        return new AttributeDetails(type, other, values);
    }

    /** These details with other legal values. */
    public AttributeDetails withValues(List<String> others) {
        return new AttributeDetails(type, description, others);
    }

    /** Whether a value that a rule compares with is one that the attribute can have. */
    public boolean allows(String value) {
        Optional<String> normal = type.normalized(value);
        return normal.isPresent()
                && (values.isEmpty()
                        || values.stream()
                                .anyMatch(legal -> type.normalized(legal).equals(normal)));
    }

    /** The legal values as a JSON array, numbers as numbers. */
    public String valuesJson() {
        return values.stream().map(type::json).collect(Collectors.joining(",", "[", "]"));
    }

    /** A list of values as a JSON array of strings. */
    public static String strings(List<String> values) {
        return values.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
    }
}
