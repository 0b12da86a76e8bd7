package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.http.CallerResolver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The JAX-RS resource {@code /api/v1/identities}: the flags of one identity. */
@Path("/api/v1/identities")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class FlagsmithIdentitiesResource {
    @Inject
    FlagsmithHandler flagsmith;

    @Inject
    CallerResolver callers;

    @Context
    HttpServletRequest request;

    @GET
    public Response identity(@Context HttpHeaders headers, @QueryParam("identifier") @Nullable String identifier) {
        return flagsmith.identity(callers.resolve(headers, request), identifier).toResponse();
    }

    @POST
    public Response identify(
            @Context HttpHeaders headers, @QueryParam("identifier") @Nullable String identifier, InputStream body) {
        return FlagsmithRequestBody.answer(
                        body, bytes -> flagsmith.identify(callers.resolve(headers, request), bytes, identifier))
                .toResponse();
    }
}
