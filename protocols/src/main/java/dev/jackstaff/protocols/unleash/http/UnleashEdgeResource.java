package dev.jackstaff.protocols.unleash.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The JAX-RS resource of Unleash's edge API. */
@Path("/edge")
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class UnleashEdgeResource {
    @Inject
    UnleashEdgeApi api;

    @Context
    HttpHeaders headers;

    @POST
    @Path("/validate")
    public Response validate(InputStream body) {
        return api.validate(RequestPayload.of(body, headers::getHeaderString)).toResponse();
    }
}
