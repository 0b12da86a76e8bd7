package dev.jackstaff.protocols.fluxgate;

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

/** The JAX-RS resource of FluxGate's evaluation. */
@Path("/evaluate")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class FluxgateResource {
    @Inject
    FluxgateHandler fluxgate;

    @Inject
    CallerResolver callers;

    @Context
    HttpServletRequest request;

    @POST
    public Response evaluate(@Context HttpHeaders headers, InputStream body) {
        return fluxgate.evaluate(callers.resolve(headers, request), RequestBody.read(body))
                .toResponse();
    }
}
