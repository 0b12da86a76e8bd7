package dev.jackstaff.protocols.flagsmith;

import org.jspecify.annotations.Nullable;

/**
 * A comparison of a trait, or of a property of the identity or environment, with a value.
 *
 * @param property the trait's name, or a JSONPath that begins with {@code $.}; empty if the document has none
 * @param value a list is its JSON text, which means the same
 */
public record SegmentCondition(String operator, String property, @Nullable String value) {}
