package dev.jackstaff.api.dependency;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.Dependencies;
import dev.jackstaff.domain.project.ProjectKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of what a flag needs, and what needs it. */
@Path("/api/v1/projects/{project}/flags/{flag}/dependencies")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Flags")
public class FlagDependenciesResource {
    @Inject
    Dependencies dependencies;

    @GET
    @Operation(summary = "List what a flag needs, and what needs it")
    @APIResponseSchema(FlagDependenciesResponse.class)
    public FlagDependenciesResponse get(@PathParam("project") ProjectKey project, @PathParam("flag") FlagKey flag) {
        return FlagDependenciesResponse.of(dependencies.ofFlag(project, flag));
    }
}
