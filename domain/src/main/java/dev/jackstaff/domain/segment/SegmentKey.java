package dev.jackstaff.domain.segment;

import dev.jackstaff.domain.KeySyntax;

/** The key of a segment in URLs, documents and SDKs. It never changes. */
public record SegmentKey(String value) {
    public SegmentKey {
        KeySyntax.requireValid("key", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
