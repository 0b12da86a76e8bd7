package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A builder of strong entity tags, which are the same on every edge for the same scope and content. */
final class EntityTagBuilder {
    /**
     * An odd multiplier, so that multiplying loses nothing (Steele and Vigna, "Computationally easy, spectrally good
     * multipliers").
     */
    private static final long MULTIPLIER = 0xD1342543DE82EF95L;

    private static final long OTHER_MULTIPLIER = 0xAF251AF3B0F025B5L;

    private long first;
    private long second;

    /**
     * A builder for documents of one scope, so that equal documents of two scopes have different tags.
     *
     * @param scope its fingerprint
     */
    EntityTagBuilder(Fingerprint scope) {
        this.first = scope.first;
        this.second = scope.second;
    }

    /** The first half of a SHA-256 over some bytes. */
    record Fingerprint(long first, long second) {
        static Fingerprint of(byte[] content) {
            ByteBuffer digest = ByteBuffer.wrap(Sha256.of(content));
            return new Fingerprint(digest.getLong(), digest.getLong());
        }

        static Fingerprint of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds a piece of the document; the order matters. */
    EntityTagBuilder add(Fingerprint piece) {
        first = first * MULTIPLIER + piece.first;
        second = second * OTHER_MULTIPLIER + piece.second;
        return this;
    }

    /** The entity tag, quoted. */
    String build() {
        return '"' + Long.toHexString(first) + '-' + Long.toHexString(second) + '"';
    }
}
