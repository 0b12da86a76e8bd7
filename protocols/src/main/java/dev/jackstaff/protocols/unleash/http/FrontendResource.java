package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.CallerResolver;
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

/** The JAX-RS resource of Unleash's frontend API, under both of its paths. */
@Path("/api/{api: frontend|proxy}")
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class FrontendResource {
    /**
     * The optional path segment of all toggles, to which some SDKs append because it is part of their configured
     * address.
     */
    private static final String ANY = "{all: (all/)?}";

    @Inject
    FrontendApi api;

    @Inject
    CallerResolver callers;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Context
    HttpServletRequest request;

    @GET
    public Response enabled() {
        return api.enabled(key(), inQuery(), wanted()).toResponse();
    }

    @POST
    public Response enabled(InputStream body) {
        return api.enabled(key(), inBody(body), wanted()).toResponse();
    }

    @GET
    @Path("/all")
    public Response all() {
        return api.all(key(), inQuery(), wanted()).toResponse();
    }

    @POST
    @Path("/all")
    public Response all(InputStream body) {
        return api.all(key(), inBody(body), wanted()).toResponse();
    }

    @GET
    @Path("/features/{name}")
    public Response toggle(@PathParam("name") String name) {
        return api.toggle(key(), inQuery(), name).toResponse();
    }

    @POST
    @Path("/features/{name}")
    public Response toggle(@PathParam("name") String name, InputStream body) {
        return api.toggle(key(), inBody(body), name).toResponse();
    }

    @POST
    @Path(ANY + "client/metrics")
    public Response metrics(InputStream body) {
        Caller caller = caller();
        return api.metrics(caller.key(), caller.sdk(), RequestPayload.of(body)).toResponse();
    }

    @POST
    @Path(ANY + "client/register")
    public Response register(InputStream body) {
        return api.register(key(), RequestPayload.of(body)).toResponse();
    }

    private ContextSource inQuery() {
        return new ContextSource.QueryContext(uri.getRequestUri().getRawQuery(), caller());
    }

    private ContextSource inBody(InputStream body) {
        return new ContextSource.BodyContext(RequestPayload.of(body), caller());
    }

    private Negotiation wanted() {
        return Negotiation.of(headers::getHeaderString);
    }

    private @Nullable String key() {
        return caller().key();
    }

    private Caller caller() {
        return callers.resolve(headers, request);
    }
}
