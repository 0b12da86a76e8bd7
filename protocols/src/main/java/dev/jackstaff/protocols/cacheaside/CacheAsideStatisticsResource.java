package dev.jackstaff.protocols.cacheaside;

import dev.jackstaff.protocols.http.PresentedKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The JAX-RS resource of the cache-aside service's statistics. */
@Path("/cache/stats")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CacheAsideStatisticsResource {
    @Inject
    CacheAsideHandler cacheAside;

    @GET
    public Response statistics(@Context HttpHeaders headers) {
        return cacheAside.statistics(PresentedKey.in(headers::getHeaderString)).toResponse();
    }
}
