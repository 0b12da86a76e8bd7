package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.PresentedKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** The flags of somebody, over JAX-RS. */
@Path("/api/v1/identities")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IdentitiesResource {
    @Inject
    Flagsmith flagsmith;

    @GET
    public Response identity(@Context HttpHeaders headers, @QueryParam("identifier") @Nullable String identifier) {
        return flagsmith
                .identity(PresentedKey.in(headers::getHeaderString), identifier)
                .toResponse();
    }

    @POST
    public Response identify(
            @Context HttpHeaders headers, @QueryParam("identifier") @Nullable String identifier, InputStream body) {
        String key = PresentedKey.in(headers::getHeaderString);
        return Posted.answered(body, bytes -> flagsmith.identify(key, bytes, identifier))
                .toResponse();
    }
}
