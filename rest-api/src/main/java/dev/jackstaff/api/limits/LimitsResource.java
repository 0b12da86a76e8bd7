package dev.jackstaff.api.limits;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.StrictQuery;
import dev.jackstaff.domain.project.boundary.Limits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The resource of the limits of content. */
@Path("/api/v1/limits")
@RequestScoped
@RequiresAuthentication
@StrictQuery
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "4XX", ref = "Problem")
@Tag(name = "Projects")
public class LimitsResource {
    @Inject
    Limits limits;

    @GET
    @Operation(
            summary = "Show the limits of content and how much of them is used",
            description = "A change that makes an environment larger than a limit is refused with 409.")
    @APIResponseSchema(LimitsResponse.class)
    public LimitsResponse limits() {
        return LimitsResponse.of(limits.get());
    }
}
