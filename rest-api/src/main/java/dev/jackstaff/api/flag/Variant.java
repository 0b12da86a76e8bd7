package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.Member;
import dev.jackstaff.domain.flag.boundary.VariantInput;
import dev.jackstaff.engine.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A named value that a flag can serve.
 *
 * @param value any JSON of the flag's type
 */
public record Variant(@Nullable String key, @Nullable JsonText value, @Nullable String description) {
    static Variant of(dev.jackstaff.domain.flag.Variant variant) {
        return new Variant(variant.key(), JsonText.parse(variant.value().json()), variant.description());
    }

    VariantInput toInput(String field) {
        return new VariantInput(
                Member.required(field + ".key", key),
                Member.required(field + ".value", value).json(),
                Member.text(description));
    }
}
