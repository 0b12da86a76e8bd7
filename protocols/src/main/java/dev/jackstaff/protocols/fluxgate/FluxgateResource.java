package dev.jackstaff.protocols.fluxgate;

import dev.jackstaff.protocols.PresentedKey;
import dev.jackstaff.protocols.RequestBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** FluxGate's evaluation over JAX-RS. */
@Path("/evaluate")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FluxgateResource {
    @Inject
    Fluxgate fluxgate;

    @POST
    public Response evaluate(@Context HttpHeaders headers, InputStream body) {
        return fluxgate.evaluate(PresentedKey.in(headers::getHeaderString), RequestBody.read(body))
                .toResponse();
    }
}
