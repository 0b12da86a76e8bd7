package dev.jackstaff.protocols.sync;

import dev.jackstaff.engine.EnvironmentAddress;
import dev.jackstaff.protocols.http.GzipCoding;
import dev.jackstaff.protocols.http.PresentedKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The JAX-RS resource that edges fetch state and snapshots from. The stream beside it is {@link SyncStreamEndpoint}.
 */
@Path(SyncHandler.PATH)
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class SyncResource {
    @Inject
    SyncHandler sync;

    @GET
    public Response state(
            @Context HttpHeaders headers, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return sync.state(PresentedKey.in(headers::getHeaderString), ifNoneMatch)
                .toResponse();
    }

    @GET
    @Path("/snapshots/{project}/{environment}")
    public Response snapshot(
            @PathParam("project") String project,
            @PathParam("environment") String environment,
            @Context HttpHeaders headers) {
        return sync.snapshot(
                        PresentedKey.in(headers::getHeaderString),
                        new EnvironmentAddress(project, environment).toString(),
                        headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                        GzipCoding.isAcceptable(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING)))
                .toResponse();
    }
}
