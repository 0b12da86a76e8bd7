package dev.jackstaff.api.openapi;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The describer of one operation after another: id, security, and every status that it can answer. */
final class OperationDescriber {
    /** Members and parameters that name what need not exist. */
    private static final Set<String> PARTS = Set.of("project", "project_id", "environment", "from", "to");

    private static final String OPTIONAL_PROJECT = "project_id";

    private final NamedSchemas schemas;
    private final FailureResponses failures;

    OperationDescriber(NamedSchemas schemas, FailureResponses failures) {
        this.schemas = schemas;
        this.failures = failures;
    }

    void describe(ResourceMethod method, String path, Operation operation) {
        operation.setOperationId(method.operationId());
        if (!method.takesCredentials()) {
            operation.setSecurity(List.of());
        }
        if (method.body().isPresent()) {
            operation.getRequestBody().setRequired(true);
        }
        APIResponses responses = operation.getResponses();
        responses.removeAPIResponse("4XX");
        describeTags(method, operation);
        for (int status : statuses(method, operation, path)) {
            APIResponse described = responses.getAPIResponse(Integer.toString(status));
            if (described == null || described.getRef() != null) {
                responses.addAPIResponse(Integer.toString(status), failures.reference(path, status));
            }
        }
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private static Set<Integer> statuses(ResourceMethod method, Operation operation, String path) {
        Set<Integer> statuses = new TreeSet<>(Set.of(400, 406, 503));
        if (method.takesCredentials()) {
            statuses.addAll(Set.of(401, 403));
        }
        if (path.contains("{") || hasParameter(operation, PARTS::contains) || method.names(PARTS)) {
            statuses.add(404);
        }
        if (hasParameter(operation, OPTIONAL_PROJECT::equals)) {
            statuses.add(409); // several projects may have what is asked for
        }
        if (!method.isReading()) {
            statuses.addAll(Set.of(401, 403, 409, 412, 429));
        }
        if (method.takesBody()) {
            statuses.addAll(Set.of(413, 415));
        }
        return statuses;
    }

    private static boolean hasParameter(Operation operation, Predicate<String> named) {
        return operation.getParameters().stream().anyMatch(parameter -> named.test(parameter.getName()));
    }

    /** What has a version has an entity tag, and is not sent again to who has it. */
    private void describeTags(ResourceMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        List<APIResponse> tagged = !method.answersWithHeaders()
                ? List.of()
                : responses.getAPIResponses().values().stream()
                        .filter(this::hasVersion)
                        .toList();
        tagged.forEach(response -> response.addHeader(HttpHeaders.ETAG, tag()));
        APIResponse created = responses.getAPIResponse("201");
        if (created != null) {
            created.addHeader(
                    HttpHeaders.LOCATION,
                    OASFactory.createHeader()
                            .description("The address of what was created")
                            .schema(OASFactory.createSchema().type(SchemaType.STRING)));
        }
        if (!tagged.isEmpty() && method.isReading()) {
            operation.addParameter(OASFactory.createParameter()
                    .name(HttpHeaders.IF_NONE_MATCH)
                    .in(In.HEADER)
                    .description("The entity tag of what is known")
                    .schema(OASFactory.createSchema().type(SchemaType.STRING)));
            responses.addAPIResponse("304", OASFactory.createAPIResponse().description("It is what is known"));
        }
    }

    private static Header tag() {
        return OASFactory.createHeader()
                .description("The version, for If-Match and If-None-Match")
                .schema(OASFactory.createSchema().type(SchemaType.STRING));
    }

    private boolean hasVersion(APIResponse response) {
        if (response.getContent() == null) {
            return false;
        }
        return response.getContent().getMediaTypes().values().stream()
                .flatMap(content -> Optional.ofNullable(content.getSchema()).flatMap(schemas::target).stream())
                .anyMatch(schema -> schema.getProperties().containsKey("version"));
    }
}
