package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.protocols.http.CallerResolver;
import dev.jackstaff.protocols.http.RequestBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The JAX-RS resource of FlexFlag's evaluation. Its three speeds are one here and answer alike. */
@Path("/api/v1/evaluate")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class FlexflagResource {
    @Inject
    FlexflagHandler flexflag;

    @Inject
    CallerResolver callers;

    @Context
    HttpServletRequest request;

    @POST
    public Response evaluate(@Context HttpHeaders headers, InputStream body) {
        return flexflag.evaluate(callers.resolve(headers, request), RequestBody.read(body))
                .toResponse();
    }

    @POST
    @Path("/{speed: fast|ultra}")
    public Response evaluateFaster(@Context HttpHeaders headers, InputStream body) {
        return evaluate(headers, body);
    }

    @POST
    @Path("/{batch: batch|fast/batch}")
    public Response evaluateBatch(@Context HttpHeaders headers, InputStream body) {
        return flexflag.evaluateBatch(callers.resolve(headers, request), RequestBody.read(body))
                .toResponse();
    }
}
