package dev.jackstaff.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** A component of a record, as a member of JSON. */
record RecordMember(RecordComponent component) {
    String name() {
        JsonProperty named = annotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    boolean isNullable() {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether responses leave it out if it has no value. */
    boolean isLeftOut() {
        JsonInclude own = annotation(JsonInclude.class);
        JsonInclude include = own == null ? component.getDeclaringRecord().getAnnotation(JsonInclude.class) : own;
        if (include == null) {
            return false;
        }
        return switch (include.value()) {
            case NON_NULL -> isNullable();
            case NON_EMPTY -> isNullable() || isEmptiable();
            default -> false;
        };
    }

    private boolean isEmptiable() {
        return component.getType() == String.class || Collection.class.isAssignableFrom(component.getType());
    }

    Schema schema() {
        var described = annotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        Schema schema = described == null ? JsonTypes.of(component.getGenericType()) : described(described);
        if (schema.getRef() == null && schema.getFormat() == null && isInstant()) {
            schema.setFormat("date-time");
        }
        return schema;
    }

    /** The schema that an annotation describes; what it does not say is as the type says. */
    private Schema described(org.eclipse.microprofile.openapi.annotations.media.Schema described) {
        Schema schema;
        if (described.implementation() != Void.class) {
            Schema one = JsonTypes.of(described.implementation());
            schema = described.type() == SchemaType.ARRAY ? JsonTypes.array(one) : one;
        } else if (described.type() == SchemaType.DEFAULT) {
            schema = JsonTypes.of(component.getGenericType());
        } else {
            schema = OASFactory.createSchema()
                    .type(Schema.SchemaType.valueOf(described.type().name()));
        }
        if (described.enumeration().length > 0) {
            schema.setEnumeration(Arrays.<Object>asList((Object[]) described.enumeration()));
        }
        if (!described.description().isEmpty()) {
            schema.setDescription(described.description());
        }
        if (described.nullable()) {
            schema.setNullable(true);
        }
        return schema;
    }

    /** Instants are written as text; their members are called so. */
    private boolean isInstant() {
        return component.getType() == String.class && component.getName().endsWith("At");
    }

    /** An annotation, which the compiler puts on the field of the component. */
    private <T extends Annotation> @Nullable T annotation(Class<T> type) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(type);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
