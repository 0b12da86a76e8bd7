package dev.jackstaff.protocols.usage;

import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.http.RequestBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The JAX-RS resource that receives usage batches of edges. */
@Path("/api/v1/sync/usage")
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container fills the field
public class UsageResource {
    @Inject
    UsageReceiver receiver;

    @POST
    public Response receive(@Context HttpHeaders headers, InputStream body) {
        return receiver.receive(PresentedKey.in(headers::getHeaderString), RequestBody.read(body))
                .toResponse();
    }
}
