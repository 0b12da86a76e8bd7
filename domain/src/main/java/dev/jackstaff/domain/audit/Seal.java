package dev.jackstaff.domain.audit;

import java.time.Instant;

/**
 * A link of the chain of the audit trail.
 *
 * @param sequence the place in the chain, from 1 on without gaps
 * @param entry the id of the entry
 * @param digest of the entry's canonical form, by the key of the entry
 * @param previous the hash of the link before; {@link #BEGINNING} in the first
 * @param hash of this link, by its own key
 * @param key the id of its own key
 */
public record Seal(
        long sequence, long entry, String digest, String previous, String hash, String key, Instant sealedAt) {
    /** What stands in the first link for the one before. */
    public static final String BEGINNING = "0".repeat(64);

    /** The text whose signature is the hash. */
    public String text() {
        return textOf(sequence, entry, digest, previous, sealedAt);
    }

    /** The text whose signature is the hash of a link with these members. */
    public static String textOf(long sequence, long entry, String digest, String previous, Instant sealedAt) {
        return String.join("\n", previous, Long.toString(sequence), Long.toString(entry), digest, sealedAt.toString());
    }
}
