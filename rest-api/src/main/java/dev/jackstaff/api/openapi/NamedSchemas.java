package dev.jackstaff.api.openapi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schemas of the document by their names. */
final class NamedSchemas {
    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas = new TreeMap<>();

    /** A schema that refers to the one of that name. */
    static Schema reference(String name) {
        return OASFactory.createSchema().ref(PREFIX + name);
    }

    Map<String, Schema> all() {
        return schemas;
    }

    void add(String name, Schema schema) {
        if (schemas.putIfAbsent(name, schema) != null) {
            throw new IllegalStateException("two schemas would be called " + name);
        }
    }

    Schema get(String name) {
        return Optional.ofNullable(schemas.get(name))
                .orElseThrow(() -> new IllegalStateException("there is no schema " + name));
    }

    /** The schema that another refers to; empty if it refers to none of these. */
    Optional<Schema> target(Schema reference) {
        String ref = reference.getRef();
        return ref == null ? Optional.empty() : Optional.ofNullable(schemas.get(ref.substring(PREFIX.length())));
    }
}
