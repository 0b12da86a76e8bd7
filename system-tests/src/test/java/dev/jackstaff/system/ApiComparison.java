package dev.jackstaff.system;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private ApiComparison(ChangedOpenApi difference) {
        this.difference = difference;
    }

    static ApiComparison of(String accepted, String observed) {
        return new ApiComparison(OpenApiCompare.fromSpecifications(read(accepted), read(observed), OPTIONS));
    }

    boolean breaksClients() {
        return difference.isIncompatible();
    }

    boolean isNone() {
        return difference.isUnchanged();
    }

    /** All differences, for people. */
    String describe() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new ConsoleRender().render(difference, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
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
