package dev.jackstaff.api.health;

import dev.jackstaff.api.startup.ApiStartup;
import dev.jackstaff.domain.readiness.boundary.Readiness;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The health resource: a hub that answers is live; one that can do its work is ready. */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health")
public class HealthResource {
    @Inject
    Readiness readiness;

    @Inject
    ApiStartup startup;

    @GET
    @Path("/live")
    @Operation(summary = "Check liveness")
    @APIResponseSchema(HealthResponse.class)
    public HealthResponse live() {
        return HealthResponse.LIVE;
    }

    @GET
    @Path("/ready")
    @Operation(summary = "Check readiness", description = "200 if the hub is ready, otherwise 503.")
    @APIResponseSchema(HealthResponse.class)
    @APIResponse(
            responseCode = "503",
            description = "Not ready",
            content = @Content(schema = @Schema(implementation = HealthResponse.class)))
    public Response ready() {
        HealthResponse health = HealthResponse.of(readiness.check(), startup.isComplete());
        Response.Status status = health.isUp() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE;
        return Response.status(status).entity(health).build();
    }
}
