package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The value that a variant has in one environment only.
 *
 * @param variant the key of the variant
 * @param value any JSON of the flag's type
 */
@Schema(requiredProperties = {"variant", "value"})
public record VariantValueBody(
        @Nullable String variant, @Schema(implementation = Object.class) @Nullable JsonText value) {
    /** A body for each value. */
    public static List<VariantValueBody> of(VariantValues values) {
        return values.json().entrySet().stream()
                .map(value -> new VariantValueBody(value.getKey(), JsonText.parse(value.getValue())))
                .toList();
    }

    static VariantValues toValues(List<VariantValueBody> bodies) {
        VariantValues values = VariantValues.NONE;
        for (int i = 0; i < bodies.size(); i++) {
            String field = "values[" + i + "]";
            String variant =
                    RequestFields.required(field + ".variant", bodies.get(i).variant());
            if (values.of(variant).isPresent()) {
                throw new DomainException.Invalid(field + ".variant", "the variant is listed twice");
            }
            values = values.with(
                    variant,
                    RequestFields.required(field + ".value", bodies.get(i).value())
                            .json());
        }
        return values;
    }
}
