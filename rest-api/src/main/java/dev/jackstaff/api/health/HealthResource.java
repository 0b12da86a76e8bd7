package dev.jackstaff.api.health;

import dev.jackstaff.domain.readiness.boundary.Readiness;
import dev.jackstaff.domain.readiness.boundary.ReadinessView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    public Response ready() {
        ReadinessView view = readiness.check();
        Response.Status status = view.ready() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE;
        return Response.status(status).entity(HealthResponse.of(view)).build();
    }
}
