package dev.jackstaff.protocols.fluxgate;

import dev.jackstaff.protocols.environment.Readiness;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The JAX-RS resource of FluxGate's health check: a word, and a status that tells whether the edge is ready. */
@Path("/health")
@RequestScoped
public class FluxgateHealthResource {
    @Inject
    Readiness readiness;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Response health() {
        return readiness.isReady()
                ? Response.ok("OK").build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "1")
                        .entity("not ready")
                        .build();
    }
}
