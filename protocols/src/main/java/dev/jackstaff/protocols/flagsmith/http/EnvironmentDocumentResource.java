package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.http.PresentedKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The JAX-RS resource {@code /api/v1/environment-document}. */
@Path("/api/v1/environment-document")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EnvironmentDocumentResource {
    @Inject
    EnvironmentDocumentHandler documents;

    @GET
    public Response document(@Context HttpHeaders headers) {
        return documents
                .document(PresentedKey.in(headers::getHeaderString), headers::getHeaderString)
                .toResponse();
    }
}
