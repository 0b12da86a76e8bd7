package dev.jackstaff.api.json;

import java.util.Collection;
import java.util.UUID;

/** The names of JSON types in error messages. */
final class JsonTypeNames {
    private JsonTypeNames() {}

    static String of(Class<?> type) {
        if (type == String.class) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "an integer";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}
