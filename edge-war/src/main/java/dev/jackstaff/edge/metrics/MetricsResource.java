package dev.jackstaff.edge.metrics;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * The metrics endpoint. It requires an edge key, unless jackstaff.edge.metrics.open is on, because metrics name every
 * environment.
 */
@Path("/metrics")
@RequestScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class MetricsResource {
    @Inject
    EdgeMetrics metrics;

    @Inject
    LiveEnvironments environments;

    private final boolean openToEverybody = EdgeSettings.configured().isOn(EdgeSetting.METRICS_OPEN);

    @GET
    public Response metrics(@Context HttpHeaders headers) {
        String key = PresentedKey.in(headers::getHeaderString);
        if (!openToEverybody && environments.reach(key).isEmpty()) {
            throw new NotAuthorizedException(
                    "measurements need the key of an edge; jackstaff.edge.metrics.open=true lets everybody see them",
                    "Bearer");
        }
        return Response.ok(metrics.scrape(), metrics.contentType()).build();
    }
}
