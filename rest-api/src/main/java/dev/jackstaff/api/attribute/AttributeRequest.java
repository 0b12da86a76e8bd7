package dev.jackstaff.api.attribute;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.attribute.boundary.AttributeView;
import dev.jackstaff.engine.JsonText;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that defines an attribute, or changes its definition. Members that only responses have are ignored, so
 * a response can be sent back. In a change, members that are left out stay as they are.
 *
 * @param name that of the address, which may be left out
 * @param type required for an attribute that the project does not define yet
 * @param values the legal values, of an attribute of type {@code string} or {@code number}; empty if every value is legal
 */
@JsonIgnoreProperties({"origin", "createdAt", "updatedAt"})
public record AttributeRequest(
        @Nullable String name,
        @Schema(implementation = AttributeType.class) @Nullable String type,
        @Nullable String description,
        @Schema(type = SchemaType.ARRAY, implementation = Object.class) @Nullable List<@Nullable JsonText> values,
        @Nullable Long version) {
    AttributeDetails toDetails(AttributeName wanted, Optional<AttributeDetails> before) {
        RequestFields.requireUnchanged("name", name, wanted);
        AttributeType known = before.map(AttributeDetails::type).orElse(null);
        return new AttributeDetails(
                known != null && type == null ? known : requiredType(),
                RequestFields.textOr(
                        description, before.map(AttributeDetails::description).orElse("")),
                values == null
                        ? before.map(AttributeDetails::values).orElse(List.of())
                        : AttributeValues.read("values", values));
    }

    /** The details of a patched attribute. What was removed is as in a new one. */
    AttributeDetails toPatched(AttributeView before) {
        RequestFields.requireUnchanged("name", name, before.name());
        return new AttributeDetails(
                requiredType(), RequestFields.text(description), AttributeValues.read("values", values));
    }

    private AttributeType requiredType() {
        return RequestFields.parseLabel("type", RequestFields.required("type", type), AttributeType.LABELS);
    }
}
