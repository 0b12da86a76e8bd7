package dev.jackstaff.api.audit;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.audit.boundary.AuditQuery;
import dev.jackstaff.domain.audit.boundary.AuditTrail;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail resource. */
@Path("/api/v1/audit")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Audit")
public class AuditResource {
    @Inject
    AuditTrail trail;

    @GET
    @Operation(
            summary = "List changes, latest first",
            description = "All criteria must be met. For the next page, pass \"next\" as ?cursor=.")
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
    @APIResponseSchema(AuditPageResponse.class)
    public AuditPageResponse entries(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        AuditQuery query = new AuditQuery(
                AuditFilterParser.parse(uri.getQueryParameters()),
                cursor == null ? Long.MAX_VALUE : QueryParameters.number("cursor", cursor),
                QueryParameters.limit(limit));
        return AuditPageResponse.of(trail.entries(query), query.limit());
    }
}
