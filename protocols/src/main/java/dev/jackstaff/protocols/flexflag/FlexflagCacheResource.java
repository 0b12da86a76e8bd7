package dev.jackstaff.protocols.flexflag;

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

/** The JAX-RS resource of FlexFlag's cache statistics. */
@Path("/api/v1/cache/stats")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FlexflagCacheResource {
    @Inject
    FlexflagHandler flexflag;

    @GET
    public Response statistics(@Context HttpHeaders headers) {
        return flexflag.statistics(PresentedKey.in(headers::getHeaderString)).toResponse();
    }
}
