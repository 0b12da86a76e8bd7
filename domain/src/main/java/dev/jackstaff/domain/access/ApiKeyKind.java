package dev.jackstaff.domain.access;

import java.util.Locale;
import java.util.Optional;

/** The kind of an API key, by the program that holds it. */
public enum ApiKeyKind {
    /** A backend: evaluates every flag of one environment. */
    SERVER,
    /** A browser or an app, in public: never sees server-only flags. */
    CLIENT,
    /** An edge, which fetches snapshots over HTTP. */
    EDGE,
    /** A program that manages the hub, as an administrator. */
    ADMIN;

    /** The name in secrets, API and pages: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ApiKeyKind> fromLabel(String label) {
        for (ApiKeyKind kind : values()) {
            if (kind.label().equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
