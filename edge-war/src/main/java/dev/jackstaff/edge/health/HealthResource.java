package dev.jackstaff.edge.health;

import dev.jackstaff.protocols.LiveEnvironments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Liveness never depends on anything but this process. Ready is an edge that has the snapshots applied and answers from them. */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    @Inject
    LiveEnvironments environments;

    @GET
    @Path("/live")
    public String live() {
        return "{\"status\":\"UP\"}";
    }

    @GET
    @Path("/ready")
    public Response ready() {
        int count = environments.environments().size();
        boolean ready = environments.isReady();
        String status = ready ? "UP" : "DOWN";
        return Response.status(ready ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity("{\"status\":\"" + status + "\",\"environments\":" + count + "}")
                .build();
    }
}
