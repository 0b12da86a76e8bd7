package dev.jackstaff.api.access;

import org.jspecify.annotations.Nullable;

/** Keys in bodies that are left out where there is none. */
final class OptionalKey {
    private OptionalKey() {}

    /** The key, or null if it is empty. */
    static @Nullable String orNull(String key) {
        return key.isEmpty() ? null : key;
    }
}
