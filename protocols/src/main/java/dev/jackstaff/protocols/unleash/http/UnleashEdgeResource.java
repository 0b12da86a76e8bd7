package dev.jackstaff.protocols.unleash.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The JAX-RS resource of Unleash's edge API. */
@Path("/edge")
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container fills the field
public class UnleashEdgeResource {
    @Inject
    UnleashEdgeApi api;

    @POST
    @Path("/validate")
    public Response validate(InputStream body) {
        return api.validate(RequestPayload.of(body)).toResponse();
    }
}
