package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.PresentedKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The JAX-RS resource of Unleash Edge's operator API. */
@Path("/internal-backstage")
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class BackstageResource {
    @Inject
    BackstageApi api;

    @Context
    HttpHeaders headers;

    @GET
    @Path("/health")
    public Response health() {
        return api.health().toResponse();
    }

    @GET
    @Path("/ready")
    public Response ready() {
        return api.ready().toResponse();
    }

    @GET
    @Path("/metrics")
    public Response metrics() {
        return api.metrics(key()).toResponse();
    }

    @GET
    @Path("/tokens")
    public Response tokens() {
        return api.tokens(key()).toResponse();
    }

    @GET
    @Path("/features")
    public Response features() {
        return api.features(key()).toResponse();
    }

    @GET
    @Path("/metricsbatch")
    public Response metricsBatch() {
        return api.metricsBatch(key()).toResponse();
    }

    @GET
    @Path("/instancedata")
    public Response instanceData() {
        return api.instanceData(key()).toResponse();
    }

    private @Nullable String key() {
        return PresentedKey.in(headers::getHeaderString);
    }
}
