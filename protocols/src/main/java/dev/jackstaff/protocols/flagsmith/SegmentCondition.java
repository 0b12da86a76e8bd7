package dev.jackstaff.protocols.flagsmith;

import org.jspecify.annotations.Nullable;

/**
 * A trait, or a fact of the identity or environment, compared with a value.
 *
 * @param property the trait's name, or a JSONPath that begins with {@code $.}; empty where the document has none
 * @param value a list stands here as its JSON text, which means the same
 */
public record SegmentCondition(String operator, String property, @Nullable String value) {}
