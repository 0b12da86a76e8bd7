package dev.jackstaff.domain.flag;

/**
 * A variant as input, with its value as unparsed JSON.
 *
 * @param json its value as JSON text, of the flag's type
 */
public record VariantInput(String key, String json, String description) {
    /** A variant that is there already, as input. */
    public static VariantInput of(FlagVariant variant) {
        return new VariantInput(variant.key(), variant.value().json(), variant.description());
    }
}
