package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.protocols.http.CallerResolver;
import dev.jackstaff.protocols.http.RequestBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The JAX-RS resource of OFREP's evaluation. */
@Path("/ofrep/v1/evaluate/flags")
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class OfrepResource {
    @Inject
    OfrepHandler ofrep;

    @Inject
    CallerResolver callers;

    @Context
    HttpServletRequest request;

    @POST
    @Path("/{key}")
    public Response evaluate(@PathParam("key") String flagKey, @Context HttpHeaders headers, InputStream body) {
        return ofrep.evaluate(flagKey, callers.resolve(headers, request), () -> RequestBody.read(body))
                .toResponse();
    }

    @POST
    public Response evaluateAll(
            @Context HttpHeaders headers,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @QueryParam("flagConfigEtag") @Nullable String announced,
            InputStream body) {
        return ofrep.evaluateAll(
                        callers.resolve(headers, request), () -> RequestBody.read(body), ifNoneMatch, announced)
                .toResponse();
    }
}
