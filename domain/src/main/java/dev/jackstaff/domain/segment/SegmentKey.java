package dev.jackstaff.domain.segment;

import dev.jackstaff.domain.KeySyntax;

/** The key of a segment in URLs, documents and SDKs. It never changes. */
public record SegmentKey(String value) implements Comparable<SegmentKey> {
    public SegmentKey {
        KeySyntax.requireValid("key", value);
    }

    @Override
    public int compareTo(SegmentKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
