package dev.jackstaff.domain.project;

import dev.jackstaff.domain.KeySyntax;
import java.io.Serializable;

/** The key of a project in URLs, documents and SDKs. It never changes. */
public record ProjectKey(String value) implements Serializable {
    public ProjectKey {
        KeySyntax.requireValid("key", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
