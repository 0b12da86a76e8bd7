package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.RequestBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** What edges of Unleash ask of the server above them, over JAX-RS. */
@Path("/edge")
@RequestScoped
public class EdgeResource {
    @Inject
    EdgeApi api;

    @POST
    @Path("/validate")
    public Response validate(InputStream body) {
        return api.validate(RequestBody.read(body)).toResponse();
    }
}
