package dev.jackstaff.api.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeOrigin;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.attribute.boundary.AttributeView;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body that describes an attribute in a response.
 *
 * @param origin {@code project} if the project defines it, {@code standard} if SDKs send it without being asked, {@code used}
 *     if rules or segments use it and nobody has defined it
 * @param type {@code string}, {@code number}, {@code boolean}, {@code date-time} or {@code semver}; left out if nobody has
 *     defined it
 * @param values the legal values, strings or numbers; empty if every value of the type is legal
 * @param createdAt when the project defined it; left out if it does not, as are the following
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttributeResponse(
        String name,
        @Schema(implementation = AttributeOrigin.class) String origin,
        @Schema(implementation = AttributeType.class) @Nullable String type,
        String description,
        @Schema(type = SchemaType.ARRAY, implementation = Object.class) List<JsonText> values,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable Long version) {
    public AttributeResponse {
        values = List.copyOf(values);
    }

    static AttributeResponse of(AttributeView view) {
        AttributeDetails details = view.details();
        AttributeView.Times times = view.times();
        return new AttributeResponse(
                view.name(),
                view.origin().label(),
                details == null ? null : details.type().label(),
                details == null ? "" : details.description(),
                details == null ? List.of() : AttributeValues.write(details),
                times == null ? null : times.createdAt().toString(),
                times == null ? null : times.updatedAt().toString(),
                times == null ? null : Long.valueOf(view.version()));
    }
}
