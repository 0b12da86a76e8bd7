package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.PresentedKey;
import dev.jackstaff.protocols.RequestBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Unleash's frontend API over JAX-RS, by both of its names. */
@Path("/api/{api: frontend|proxy}")
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class FrontendResource {
    /** Some SDKs are given the address of all toggles, and append to it. */
    private static final String ANY = "{all: (all/)?}";

    @Inject
    FrontendApi api;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Context
    HttpServletRequest request;

    @GET
    public Response enabled() {
        return toggles(query(), false);
    }

    @POST
    public Response enabled(InputStream body) {
        return toggles(posted(body), false);
    }

    @GET
    @Path("/all")
    public Response all() {
        return toggles(query(), true);
    }

    @POST
    @Path("/all")
    public Response all(InputStream body) {
        return toggles(posted(body), true);
    }

    @GET
    @Path("/features/{name}")
    public Response toggle(@PathParam("name") String name) {
        return api.toggle(key(), query(), name).toResponse();
    }

    @POST
    @Path("/features/{name}")
    public Response toggle(@PathParam("name") String name, InputStream body) {
        return api.toggle(key(), posted(body), name).toResponse();
    }

    @POST
    @Path(ANY + "client/metrics")
    public Response metrics(InputStream body) {
        return api.metrics(key(), RequestBody.read(body)).toResponse();
    }

    @POST
    @Path(ANY + "client/register")
    public Response register() {
        return api.register(key()).toResponse();
    }

    private Response toggles(FrontendApi.Asking context, boolean all) {
        return api.toggles(key(), context, all, headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                .toResponse();
    }

    private FrontendApi.Asking query() {
        return () -> FrontendContext.ofQuery(uri.getQueryParameters(), request.getRemoteAddr());
    }

    private FrontendApi.Asking posted(InputStream body) {
        return () -> FrontendContext.ofBody(RequestBody.read(body), request.getRemoteAddr());
    }

    private @Nullable String key() {
        return PresentedKey.in(headers::getHeaderString);
    }
}
