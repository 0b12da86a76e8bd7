package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.http.SdkName;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The JAX-RS resource of Unleash's client API. The stream of changes is {@link FeatureStreamEndpoint}. */
@Path("/api/client")
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class ClientResource {
    @Inject
    ClientApi api;

    @Context
    HttpHeaders headers;

    @GET
    @Path("/features")
    public Response features(@QueryParam("namePrefix") @Nullable String prefix) {
        return api.features(key(), prefix, wanted()).toResponse();
    }

    /** The features document by POST; the body is ignored. */
    @POST
    @Path("/features")
    public Response postedFeatures(@QueryParam("namePrefix") @Nullable String prefix) {
        return features(prefix);
    }

    @GET
    @Path("/features/{name}")
    public Response feature(@PathParam("name") String name) {
        return api.feature(key(), name, wanted()).toResponse();
    }

    @GET
    @Path("/delta")
    public Response delta(@QueryParam("namePrefix") @Nullable String prefix) {
        return api.delta(key(), prefix, wanted()).toResponse();
    }

    @POST
    @Path("/register")
    public Response register(InputStream body) {
        return api.register(key(), posted(body)).toResponse();
    }

    @POST
    @Path("/metrics")
    public Response metrics(InputStream body) {
        return api.metrics(key(), SdkName.in(headers::getHeaderString), posted(body))
                .toResponse();
    }

    @POST
    @Path("/metrics/bulk")
    public Response bulkMetrics(InputStream body) {
        return api.bulkMetrics(key(), posted(body)).toResponse();
    }

    @POST
    @Path("/metrics/edge")
    public Response edgeMetrics(InputStream body) {
        return api.edgeMetrics(key(), posted(body)).toResponse();
    }

    @POST
    @Path("/edge-licensing/heartbeat")
    public Response heartbeat() {
        return api.heartbeat(key()).toResponse();
    }

    private @Nullable String key() {
        return PresentedKey.in(headers::getHeaderString);
    }

    private Negotiation wanted() {
        return Negotiation.of(headers::getHeaderString);
    }

    private RequestPayload posted(InputStream body) {
        return RequestPayload.of(body);
    }
}
