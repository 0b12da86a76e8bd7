package dev.jackstaff.domain.attribute;

import dev.jackstaff.domain.Labels;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.NumberText;
import java.util.Locale;
import java.util.Optional;

/** The type of an attribute's values. */
public enum AttributeType {
    STRING,
    NUMBER,
    BOOLEAN,
    /** An instant in ISO 8601. */
    DATE_TIME,
    /** A version by Semantic Versioning 2.0.0. */
    SEMVER;

    public static final Labels<AttributeType> LABELS = Labels.of(values(), AttributeType::label);

    /** Its name in the API: lower case, with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether attributes of this type can have a list of legal values. */
    public boolean takesLegalValues() {
        return this == STRING || this == NUMBER;
    }

    /** A value as attributes of this type have it: numbers as {@link NumberText} writes them; empty if it is none of them. */
    public Optional<String> normalized(String value) {
        return switch (this) {
            case NUMBER -> number(value);
            case BOOLEAN -> Optional.of(value).filter(text -> text.equals("true") || text.equals("false"));
            default -> Optional.of(value);
        };
    }

    private static Optional<String> number(String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) ? Optional.of(NumberText.of(number)) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** A value, which must be one of this type, as JSON. */
    public String json(String value) {
        return this == NUMBER ? normalized(value).orElseGet(() -> JsonText.quoted(value)) : JsonText.quoted(value);
    }
}
