package dev.jackstaff.api.flag;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.api.http.VersionHeaders;
import dev.jackstaff.domain.flag.boundary.StalePolicies;
import dev.jackstaff.domain.flag.boundary.StalePolicyView;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The resource of when the flags of a project become potentially stale. */
@Path("/api/v1/projects/{project}/stale-policy")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Flags")
public class StalePolicyResource {
    @Inject
    StalePolicies policies;

    @GET
    @Operation(summary = "Get when flags become potentially stale")
    @APIResponseSchema(StalePolicyResponse.class)
    public Response get(@PathParam("project") ProjectKey project) {
        return ok(policies.get(project));
    }

    @PUT
    @Operation(
            summary = "Change when flags become potentially stale",
            description = "Kinds and members that are left out stay as they are.")
    @APIResponseSchema(StalePolicyResponse.class)
    public Response update(
            @PathParam("project") ProjectKey project,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            StalePolicyRequest request) {
        return ok(policies.update(project, request::applyTo, VersionHeaders.parseIfMatch(ifMatch, request.version())));
    }

    private static Response ok(StalePolicyView view) {
        return VersionHeaders.ok(StalePolicyResponse.of(view), view.version());
    }
}
