package dev.jackstaff.engine.snapshot;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a key that gives access to an environment. The key itself is never stored; its SHA-256 suffices because
 * keys are long and random.
 *
 * @param hash SHA-256 of the whole key's UTF-8 bytes, 64 lower-case hexadecimal digits
 * @param expiresAt the first instant at which the key is no longer valid; null for a key that never expires
 * @param everywhere whether the key gives access to every environment of the installation, so also to those whose
 *     snapshots do not list it yet
 */
public record Credential(String id, String hash, Kind kind, @Nullable Instant expiresAt, boolean everywhere) {
    /** The hash of a key that gives access to the environments that list it, and to no others. */
    public Credential(String id, String hash, Kind kind, @Nullable Instant expiresAt) {
        this(id, hash, kind, expiresAt, false);
    }

    /**
     * The kind of a key's holder. A client key is public and never sees server-only flags. An edge key only fetches
     * snapshots.
     */
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
