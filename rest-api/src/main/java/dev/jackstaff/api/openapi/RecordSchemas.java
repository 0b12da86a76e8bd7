package dev.jackstaff.api.openapi;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The schemas of the records that requests are read to and responses are written from. A member of a response that is
 * not {@code @Nullable} is always there; what a request must have is said by its resource.
 */
final class RecordSchemas {
    private final RecordGraph graph;

    RecordSchemas(ResourceMethods methods) {
        this.graph = RecordGraph.of(methods);
    }

    void addTo(NamedSchemas schemas) {
        graph.records().forEach((name, type) -> schemas.add(name, schema(type)));
    }

    private Schema schema(Class<?> type) {
        Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT);
        List<String> required = new ArrayList<>();
        var described = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        if (described != null) {
            required.addAll(Arrays.asList(described.requiredProperties()));
            if (!described.description().isEmpty()) {
                schema.setDescription(described.description());
            }
        }
        for (RecordComponent component : type.getRecordComponents()) {
            RecordMember member = new RecordMember(component);
            Schema property = member.schema();
            if (!graph.isRequested(type)) {
                completeResponse(member, property, required);
            } else if (member.isNullable() && property.getType() == SchemaType.ARRAY) {
                makeNullable(property); // otherwise generated clients send an empty list for one that is left out
            }
            schema.addProperty(member.name(), property);
        }
        return required.isEmpty()
                ? schema
                : schema.required(required.stream().distinct().toList());
    }

    private static void completeResponse(RecordMember member, Schema property, List<String> required) {
        boolean leftOut = member.isLeftOut();
        if (!leftOut) {
            required.add(member.name());
        }
        if (member.isNullable() && !leftOut) {
            makeNullable(property);
        }
    }

    /** In OpenAPI 3.0, nothing may stand beside a reference, and a schema without a type has null already. */
    private static void makeNullable(Schema property) {
        String ref = property.getRef();
        if (ref != null) {
            property.setRef(null);
            property.setNullable(true);
            property.setType(SchemaType.OBJECT);
            property.addAllOf(OASFactory.createSchema().ref(ref));
        } else if (property.getType() != null) {
            property.setNullable(true);
        }
    }
}
