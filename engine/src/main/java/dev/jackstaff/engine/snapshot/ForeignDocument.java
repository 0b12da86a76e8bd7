package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.JsonText;

/**
 * A whole document of another system, as it came. Who knows the dialect compiles it; everybody else hands it on.
 *
 * @param dialect the name of its form, such as {@code unleash}
 */
public record ForeignDocument(String dialect, JsonText document) {
    public ForeignDocument {
        if (dialect.isEmpty()) {
            throw new IllegalArgumentException("a foreign document needs the name of its dialect");
        }
    }
}
