package dev.jackstaff.api.openapi;

import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemType;
import dev.jackstaff.api.problem.ProtocolFormats;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The responses to requests that fail, each in the form of the protocol that its path belongs to. */
final class FailureResponses {
    private static final int TOO_MANY = 429;
    private static final Set<Integer> TO_REPEAT = Set.of(TOO_MANY, 503);

    private final Map<String, APIResponse> used = new TreeMap<>();

    /** The form of a failure: the schema and the media type of its body, and how the names of its responses begin. */
    private enum Form {
        PROBLEM("Problem", Problem.MEDIA_TYPE, ""),
        ERROR("FlexflagFailure", MediaType.APPLICATION_JSON, "Flexflag"),
        DETAIL("CacheAsideFailure", MediaType.APPLICATION_JSON, "CacheAside");

        private final String schema;
        private final String mediaType;
        private final String prefix;

        Form(String schema, String mediaType, String prefix) {
            this.schema = schema;
            this.mediaType = mediaType;
            this.prefix = prefix;
        }

        /** The form of what the hub answers at a path, which the only member of the other forms tells. */
        static Form of(String path) {
            return ProtocolFormats.format(path, Problem.of(Status.NOT_FOUND.getStatusCode(), ""))
                    .map(reply -> new String(reply.body(), StandardCharsets.UTF_8))
                    .map(body -> body.startsWith("{\"error\"") ? ERROR : DETAIL)
                    .orElse(PROBLEM);
        }
    }

    /** The responses that were referred to, by name. */
    Map<String, APIResponse> used() {
        return used;
    }

    /** A reference to the response with a status. */
    APIResponse reference(String path, int status) {
        Form form = Form.of(path);
        String name = form.prefix + reason(status).replaceAll("[^A-Za-z]", "");
        used.computeIfAbsent(name, first -> response(form, status));
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    private static APIResponse response(Form form, int status) {
        Schema schema = NamedSchemas.reference(form.schema);
        APIResponse response = OASFactory.createAPIResponse()
                .description(title(status))
                .content(OASFactory.createContent()
                        .addMediaType(
                                form.mediaType, OASFactory.createMediaType().schema(schema)));
        if (TO_REPEAT.contains(status)) {
            response.addHeader(
                    HttpHeaders.RETRY_AFTER,
                    OASFactory.createHeader()
                            .description("Seconds to wait before the next attempt")
                            .schema(OASFactory.createSchema().type(SchemaType.INTEGER)));
        }
        if (form == Form.PROBLEM && status == TOO_MANY) {
            response.addHeader(
                            "RateLimit-Policy", text("The most writes of this credential (q) in so many seconds (w)"))
                    .addHeader(
                            "RateLimit", text("The writes that remain (r), and the seconds until there are more (t)"));
        }
        return response;
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(SchemaType.STRING));
    }

    private static String reason(int status) {
        Status known = Status.fromStatusCode(status);
        return known == null ? title(status) : known.getReasonPhrase();
    }

    private static String title(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .map(ProblemType::title)
                .collect(Collectors.joining(", or "));
    }
}
