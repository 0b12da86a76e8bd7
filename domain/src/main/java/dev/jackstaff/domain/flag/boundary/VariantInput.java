package dev.jackstaff.domain.flag.boundary;

/**
 * A variant as it was sent.
 *
 * @param json its value as JSON text, of the flag's type
 */
public record VariantInput(String key, String json, String description) {}
