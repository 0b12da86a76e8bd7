package dev.jackstaff.protocols.cacheaside;

import dev.jackstaff.protocols.http.CallerResolver;
import dev.jackstaff.protocols.http.PresentedKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The JAX-RS resource of the cache-aside service's flags. */
@Path("/flags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class CacheAsideResource {
    @Inject
    CacheAsideHandler cacheAside;

    @Inject
    CallerResolver callers;

    @Context
    HttpServletRequest request;

    @GET
    public Response list(@Context HttpHeaders headers) {
        return cacheAside.list(key(headers)).toResponse();
    }

    @GET
    @Path("/{name}")
    public Response details(
            @PathParam("name") String flag,
            @QueryParam("user_id") @Nullable String user,
            @Context HttpHeaders headers) {
        return cacheAside.details(flag, user, callers.resolve(headers, request)).toResponse();
    }

    @GET
    @Path("/{name}/check")
    public Response check(
            @PathParam("name") String flag,
            @QueryParam("user_id") @Nullable String user,
            @Context HttpHeaders headers) {
        return cacheAside.check(flag, user, callers.resolve(headers, request)).toResponse();
    }

    @DELETE
    @Path("/{name}/cache")
    public Response forget(@PathParam("name") String flag, @Context HttpHeaders headers) {
        return cacheAside.invalidate(flag, key(headers)).toResponse();
    }

    private static @Nullable String key(HttpHeaders headers) {
        return PresentedKey.in(headers::getHeaderString);
    }
}
