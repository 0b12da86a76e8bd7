package dev.jackstaff.api.audit;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.QueryParameters;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.audit.boundary.AuditQuery;
import dev.jackstaff.domain.audit.boundary.AuditTrail;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Operation(summary = "List changes, latest first", description = "For the next page, pass \"next\" as ?cursor=.")
    @APIResponseSchema(AuditPageResponse.class)
    public AuditPageResponse entries(
            @QueryParam("project") @Nullable String project,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        ProjectKey projectKey = RequestFields.parseOptional("project", project, ProjectKey::new);
        AuditQuery query = new AuditQuery(
                projectKey == null ? "" : projectKey.value(),
                cursor == null ? Long.MAX_VALUE : QueryParameters.number("cursor", cursor),
                QueryParameters.limit(limit));
        return AuditPageResponse.of(trail.entries(query), query.limit());
    }
}
