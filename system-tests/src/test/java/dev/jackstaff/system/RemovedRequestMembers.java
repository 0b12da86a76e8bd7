package dev.jackstaff.system;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The members of request bodies that one OpenAPI document has and a later one has not, optional ones too. The management API
 * refuses members that it does not know, so whoever sends one breaks.
 */
final class RemovedRequestMembers {
    private static final String COMPONENTS = "#/components/requestBodies/";

    private final OpenAPI before;
    private final OpenAPI after;
    private final Set<String> removed = new TreeSet<>();
    private final IdentityHashMap<Schema<?>, Set<Schema<?>>> compared = new IdentityHashMap<>();

    private RemovedRequestMembers(OpenAPI before, OpenAPI after) {
        this.before = before;
        this.after = after;
    }

    /** The removed members, each with the operation or the schema that had it. */
    static Set<String> between(OpenAPI before, OpenAPI after) {
        RemovedRequestMembers members = new RemovedRequestMembers(before, after);
        before.getPaths().forEach((path, item) -> {
            PathItem later = after.getPaths().get(path);
            if (later != null) {
                item.readOperationsMap().forEach((method, operation) -> {
                    Operation kept = later.readOperationsMap().get(method);
                    if (kept != null) {
                        members.compareBodies(method + " " + path, operation, kept);
                    }
                });
            }
        });
        return members.removed;
    }

    private void compareBodies(String place, Operation earlier, Operation later) {
        if (later == null || earlier.getRequestBody() == null || later.getRequestBody() == null) {
            return;
        }
        RequestBody had = resolve(before, earlier.getRequestBody());
        RequestBody has = resolve(after, later.getRequestBody());
        had.getContent().forEach((type, media) -> {
            if (has.getContent().containsKey(type)) {
                compare(place, media.getSchema(), has.getContent().get(type).getSchema());
            }
        });
    }

    private void compare(String place, Schema<?> earlier, Schema<?> later) {
        if (earlier == null || later == null) {
            return;
        }
        String name = earlier.get$ref() == null ? place : nameOf(earlier.get$ref());
        Schema<?> had = resolve(before, earlier);
        Schema<?> has = resolve(after, later);
        if (!compared.computeIfAbsent(had, first -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(has)) {
            return;
        }
        Map<String, Schema<?>> present = members(after, has);
        members(before, had).forEach((member, schema) -> {
            String part = name + "." + member;
            if (present.containsKey(member)) {
                compare(part, schema, present.get(member));
            } else {
                removed.add(part);
            }
        });
        compare(name + "[]", had.getItems(), has.getItems());
        if (had.getAdditionalProperties() instanceof Schema<?> values
                && has.getAdditionalProperties() instanceof Schema<?> laterValues) {
            compare(name + ".*", values, laterValues);
        }
    }

    /** The members of a schema and of the parts that it is made of. */
    @SuppressWarnings("rawtypes") // as in the model's own lists and maps
    private static Map<String, Schema<?>> members(OpenAPI document, Schema<?> schema) {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        Stream.of(schema.getAllOf(), schema.getOneOf(), schema.getAnyOf())
                .filter(parts -> parts != null)
                .flatMap(Collection::stream)
                .forEach(part -> members.putAll(members(document, resolve(document, part))));
        if (schema.getProperties() != null) {
            schema.getProperties().forEach(members::put);
        }
        return members;
    }

    private static Schema<?> resolve(OpenAPI document, Schema<?> schema) {
        String ref = schema.get$ref();
        return ref == null
                ? schema
                : resolve(
                        document,
                        Objects.requireNonNull(
                                document.getComponents().getSchemas().get(nameOf(ref)), ref));
    }

    private static RequestBody resolve(OpenAPI document, RequestBody body) {
        String ref = body.get$ref();
        return ref == null
                ? body
                : Objects.requireNonNull(
                        document.getComponents().getRequestBodies().get(ref.substring(COMPONENTS.length())), ref);
    }

    private static String nameOf(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }
}
