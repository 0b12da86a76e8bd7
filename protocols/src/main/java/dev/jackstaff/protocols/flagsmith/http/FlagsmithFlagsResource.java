package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.http.CallerResolver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The JAX-RS resource {@code /api/v1/flags}: the environment's flags without an identity. */
@Path("/api/v1/flags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class FlagsmithFlagsResource {
    @Inject
    FlagsmithHandler flagsmith;

    @Inject
    CallerResolver callers;

    @Context
    HttpServletRequest request;

    @GET
    public Response flags(@Context HttpHeaders headers, @QueryParam("feature") @Nullable String feature) {
        return flagsmith.flags(callers.resolve(headers, request), feature).toResponse();
    }
}
