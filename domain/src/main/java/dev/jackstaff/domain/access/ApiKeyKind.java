package dev.jackstaff.domain.access;

import dev.jackstaff.domain.Labels;
import java.util.Locale;

/** The kind of an API key, by the program that holds it. */
public enum ApiKeyKind {
    /** A backend: evaluates every flag of one environment. */
    SERVER,
    /** A browser or an app, in public: never sees server-only flags. */
    CLIENT,
    /** An edge, which fetches snapshots over HTTP. */
    EDGE,
    /** A program that manages the hub as an administrator, or one project as its owner. */
    ADMIN;

    public static final Labels<ApiKeyKind> LABELS = Labels.of(values(), ApiKeyKind::label);

    /** The name in secrets, API and pages: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
