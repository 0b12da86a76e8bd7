package dev.jackstaff.protocols.flexflag;

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

/** FlexFlag's evaluation over JAX-RS. Its three speeds are one here, and answer alike. */
@Path("/api/v1/evaluate")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FlexflagResource {
    @Inject
    Flexflag flexflag;

    @POST
    public Response evaluate(@Context HttpHeaders headers, InputStream body) {
        return flexflag.evaluate(PresentedKey.in(headers::getHeaderString), RequestBody.read(body))
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
        return flexflag.evaluateBatch(PresentedKey.in(headers::getHeaderString), RequestBody.read(body))
                .toResponse();
    }
}
