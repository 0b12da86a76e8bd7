package dev.jackstaff.protocols.flagsmith.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The JAX-RS resource of the health checks. */
@Path("/{part: proxy|sse}/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProxyHealthResource {
    @Inject
    ProxyHealth health;

    @GET
    public Response health(@PathParam("part") String part) {
        return (part.equals("sse") ? health.live() : health.ready()).toResponse();
    }

    @GET
    @Path("/readiness")
    public Response readiness() {
        return health.ready().toResponse();
    }

    @GET
    @Path("/liveness")
    public Response liveness() {
        return health.live().toResponse();
    }
}
