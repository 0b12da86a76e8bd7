package dev.jackstaff.api.openapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The members that bodies must have. Where one operation requires more than another of the same record, it gets a schema
 * of its own: {@code NewFlagRequest} creates what {@code FlagRequest} changes.
 */
final class BodyVariants {
    private final NamedSchemas schemas;
    private final Map<String, Set<List<String>>> required = new HashMap<>();

    BodyVariants(Collection<ResourceMethod> methods, NamedSchemas schemas) {
        this.schemas = schemas;
        methods.forEach(method -> method.body()
                .ifPresent(body -> required.computeIfAbsent(RecordGraph.name(body), name -> new LinkedHashSet<>())
                        .add(method.requiredMembers())));
    }

    /** Has the operation refer to the schema that requires what it requires. */
    void refer(ResourceMethod method, Operation operation) {
        if (method.requiredMembers().isEmpty()) {
            return;
        }
        String name = RecordGraph.name(method.body().orElseThrow());
        if (required.getOrDefault(name, Set.of()).size() == 1) {
            schemas.get(name).setRequired(method.requiredMembers());
            return;
        }
        String variant = "New" + name;
        schemas.add(variant, variant(schemas.get(name), method.requiredMembers()));
        operation
                .getRequestBody()
                .getContent()
                .getMediaTypes()
                .values()
                .forEach(content -> content.setSchema(NamedSchemas.reference(variant)));
    }

    private static Schema variant(Schema base, List<String> required) {
        return OASFactory.createSchema()
                .type(base.getType())
                .description(base.getDescription())
                .properties(base.getProperties())
                .required(required);
    }
}
