package dev.jackstaff.system;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** What differs between two OpenAPI documents, and whether it breaks clients. */
final class ApiComparison {
    /**
     * Programs must expect new values of what they are told, as they must expect new members; those that are generated call
     * operations by their ids.
     */
    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .configProperty("incompatible.operation.id.changed", "true")
            .build();

    private final ChangedOpenApi difference;
    private final Set<String> removedRequestMembers;

    private ApiComparison(OpenAPI accepted, OpenAPI observed) {
        this.removedRequestMembers = RemovedRequestMembers.between(accepted, observed);
        this.difference = OpenApiCompare.fromSpecifications(accepted, observed, OPTIONS);
    }

    static ApiComparison of(String accepted, String observed) {
        return new ApiComparison(read(accepted), read(observed));
    }

    boolean breaksClients() {
        return difference.isIncompatible() || !removedRequestMembers.isEmpty();
    }

    /** The members of requests that are refused now. */
    Set<String> removedRequestMembers() {
        return removedRequestMembers;
    }

    boolean isNone() {
        return difference.isUnchanged();
    }

    /** All differences, for people. */
    String describe() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new ConsoleRender().render(difference, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        if (removedRequestMembers.isEmpty()) {
            return text.toString(StandardCharsets.UTF_8);
        }
        return text.toString(StandardCharsets.UTF_8) + "Members of requests that are gone: "
                + String.join(", ", removedRequestMembers) + "\nAPI changes broke backward compatibility\n";
    }

    /** What a validator finds wrong with a document. */
    static List<String> errors(String document) {
        return parse(document).getMessages();
    }

    private static OpenAPI read(String document) {
        return parse(document).getOpenAPI();
    }

    private static SwaggerParseResult parse(String document) {
        ParseOptions options = new ParseOptions();
        options.setValidateInternalRefs(true);
        return new OpenAPIV3Parser().readContents(document, List.of(), options);
    }
}
