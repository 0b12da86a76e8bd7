package dev.jackstaff.api.openapi;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jspecify.annotations.Nullable;

/** The parameters of operations: each with a type, those of the path first and in its order. */
final class OperationParameters {
    /** The types of query parameters that are no texts, by their names, which mean the same everywhere. */
    private static final Map<String, SchemaType> TYPES = Map.of(
            "limit", SchemaType.INTEGER,
            "offset", SchemaType.INTEGER,
            "archived", SchemaType.BOOLEAN,
            "dryRun", SchemaType.BOOLEAN,
            "force", SchemaType.BOOLEAN,
            "enabled", SchemaType.BOOLEAN);

    private static final Set<SchemaType> SIMPLE =
            Set.of(SchemaType.STRING, SchemaType.INTEGER, SchemaType.NUMBER, SchemaType.BOOLEAN);

    private OperationParameters() {}

    /** Completes the parameters of all operations at a path; those of the path itself become theirs. */
    static void complete(String path, PathItem item) {
        for (Operation operation : item.getOperations().values()) {
            operation.setParameters(Stream.of(listed(item.getParameters()), listed(operation.getParameters()))
                    .flatMap(Collection::stream)
                    .sorted(byPlace(path))
                    .toList());
            operation.getParameters().forEach(OperationParameters::addType);
        }
        item.setParameters(null);
    }

    private static List<Parameter> listed(@Nullable List<Parameter> parameters) {
        return parameters == null ? List.of() : parameters;
    }

    private static Comparator<Parameter> byPlace(String path) {
        return Comparator.comparing(parameter ->
                parameter.getIn() == In.PATH ? path.indexOf('{' + parameter.getName() + '}') : path.length());
    }

    /** Types that are the API's own are texts in addresses. */
    private static void addType(Parameter parameter) {
        Schema scanned = parameter.getSchema();
        SchemaType known = TYPES.get(parameter.getName());
        boolean simple = scanned != null && scanned.getType() != null && SIMPLE.contains(scanned.getType());
        if (known != null || !simple) {
            Schema typed = OASFactory.createSchema().type(known == null ? SchemaType.STRING : known);
            boolean isId = scanned != null
                    && scanned.getRef() != null
                    && scanned.getRef().endsWith("/UUID");
            parameter.setSchema(isId ? typed.format("uuid") : typed);
        }
    }
}
