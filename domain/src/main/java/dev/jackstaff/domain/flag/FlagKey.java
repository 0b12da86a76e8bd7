package dev.jackstaff.domain.flag;

import dev.jackstaff.domain.KeySyntax;

/** The key of a flag in URLs, documents and SDKs. It never changes. */
public record FlagKey(String value) {
    public FlagKey {
        KeySyntax.requireValid("key", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
