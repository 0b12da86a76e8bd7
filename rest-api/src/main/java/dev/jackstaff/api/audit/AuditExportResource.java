package dev.jackstaff.api.audit;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.audit.AuditExportFormat;
import dev.jackstaff.domain.audit.AuditFilter;
import dev.jackstaff.domain.audit.boundary.AuditExport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource that exports the audit trail. */
@Path("/api/v1/audit/export")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Audit")
public class AuditExportResource {
    static final String JSON_LINES = "application/jsonl";
    static final String CSV = "text/csv";

    @Inject
    AuditExport export;

    @GET
    @Operation(
            summary = "Export the audit trail",
            description = "All sealed entries behind ?since=, in the order of the chain, as JSON Lines or CSV. To go on"
                    + " later, pass the \"sequence\" of the last one.")
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "An e-mail address, or the name of a key")
    @Parameter(name = "action", in = ParameterIn.QUERY, description = "Such as created, updated, toggled, deleted")
    @Parameter(name = "resource", in = ParameterIn.QUERY, description = "Such as flag, flag state, segment, user")
    @Parameter(name = "key", in = ParameterIn.QUERY, description = "The key of the changed resource")
    @Parameter(name = "flag", in = ParameterIn.QUERY, description = "The key of a flag; its settings are meant too")
    @Parameter(name = "project", in = ParameterIn.QUERY, description = "The key of a project")
    @Parameter(name = "environment", in = ParameterIn.QUERY, description = "The key of an environment")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "\"group\" of an entry")
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description = "A part of actor, key, reason, ticket, or of what was before or after")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "ISO 8601")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "ISO 8601; the time itself is not meant")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "default: jsonl",
            schema = @Schema(enumeration = {"jsonl", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "The entries, a line each",
            content = {
                @Content(mediaType = JSON_LINES, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response entries(@QueryParam("since") @Nullable String since, @Context UriInfo uri) {
        String label = uri.getQueryParameters().getFirst("format");
        AuditExportFormat format = label == null
                ? AuditExportFormat.JSONL
                : RequestFields.parseLabel("format", label, AuditExportFormat.LABELS);
        AuditFilter filter = AuditFilterParser.parse(uri.getQueryParameters());
        long behind = since == null ? 0 : QueryParameters.number("since", since);
        export.begin(format, behind);
        StreamingOutput lines = stream -> export.write(
                format, filter, behind, new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
        return Response.ok(lines, (format == AuditExportFormat.CSV ? CSV : JSON_LINES) + ";charset=UTF-8")
                .build();
    }
}
