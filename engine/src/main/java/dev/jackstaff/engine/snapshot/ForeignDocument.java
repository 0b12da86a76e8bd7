package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.JsonText;

/**
 * An unmodified document of a foreign system. It is compiled where its dialect is known, and passed on unread
 * elsewhere.
 *
 * @param dialect the name of the document's format, such as {@code unleash}
 */
public record ForeignDocument(String dialect, JsonText document) {
    public ForeignDocument {
        if (dialect.isEmpty()) {
            throw new IllegalArgumentException("a foreign document needs the name of its dialect");
        }
    }
}
