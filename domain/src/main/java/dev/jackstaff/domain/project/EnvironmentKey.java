package dev.jackstaff.domain.project;

import dev.jackstaff.domain.KeySyntax;
import java.io.Serializable;

/** The name of a environment in URLs, documents and SDKs. It never changes. */
public record EnvironmentKey(String value) implements Comparable<EnvironmentKey>, Serializable {
    public EnvironmentKey {
        KeySyntax.requireValid("key", value);
    }

    @Override
    public int compareTo(EnvironmentKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
