package dev.jackstaff.engine;

import java.util.Locale;
import java.util.Optional;

/** The type every value of one flag has. Integer and number are distinct: {@code 10} is not {@code 10.0}. */
public enum ValueType {
    BOOLEAN,
    STRING,
    INTEGER,
    NUMBER,
    JSON;

    /** The type of this name as documents and the API spell it: lower case. */
    public static Optional<ValueType> named(String name) {
        for (ValueType type : values()) {
            if (type.label().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The name in documents, API and pages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
