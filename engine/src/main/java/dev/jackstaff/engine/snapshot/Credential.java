package dev.jackstaff.engine.snapshot;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that may ask for an environment's evaluations. The key itself is never stored: only its SHA-256, which suffices
 * because keys are long and random.
 *
 * @param hash SHA-256 of the whole key's UTF-8 bytes, 64 lower-case hexadecimal digits
 * @param expiresAt the first instant at which the key no longer counts; never, where there is none
 */
public record Credential(String id, String hash, Kind kind, @Nullable Instant expiresAt) {
    /** Who holds a key. A client key lives in public code: it never sees server-only flags. An edge key evaluates nothing. */
    public enum Kind {
        SERVER,
        CLIENT,
        EDGE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> named(String name) {
            for (Kind kind : values()) {
                if (kind.label().equals(name)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
