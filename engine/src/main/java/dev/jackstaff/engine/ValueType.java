package dev.jackstaff.engine;

import java.util.Locale;
import java.util.Optional;

/** The type that all values of one flag share. Integer and number are distinct: {@code 10} is not {@code 10.0}. */
public enum ValueType {
    BOOLEAN,
    STRING,
    INTEGER,
    NUMBER,
    JSON;

    /** The type with the given name, in lower case as in documents and the API; empty if there is none. */
    public static Optional<ValueType> named(String name) {
        for (ValueType type : values()) {
            if (type.label().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type's name in documents, API and pages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
