package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.JsonText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A named value that a flag can serve.
 *
 * @param value any JSON of the flag's type
 */
@Schema(requiredProperties = {"key", "value"})
public record VariantBody(@Nullable String key, @Nullable JsonText value, @Nullable String description) {
    static VariantBody of(dev.jackstaff.domain.flag.FlagVariant variant) {
        return new VariantBody(variant.key(), JsonText.parse(variant.value().json()), variant.description());
    }

    /** The variant of a version. */
    public static VariantBody of(VariantInput variant) {
        return new VariantBody(variant.key(), JsonText.parse(variant.json()), variant.description());
    }

    VariantInput toInput(String field) {
        return new VariantInput(
                RequestFields.required(field + ".key", key),
                RequestFields.required(field + ".value", value).json(),
                RequestFields.text(description));
    }
}
