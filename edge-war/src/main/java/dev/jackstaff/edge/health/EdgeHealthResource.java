package dev.jackstaff.edge.health;

import dev.jackstaff.edge.backup.Backup;
import dev.jackstaff.edge.upstream.HeapBudget;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.Readiness;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.TreeSet;

/**
 * The liveness and readiness of the edge, in the form of MicroProfile Health. Liveness depends on this process alone.
 * An edge is ready when it serves its snapshots, however old they are, does not refuse all of them as too old, and is
 * not shutting down; their age, the upstream and the backup are reported as data.
 */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class EdgeHealthResource {
    @Inject
    LiveEnvironments environments;

    @Inject
    Freshness freshness;

    @Inject
    UpstreamSelector upstreamSelector;

    @Inject
    UpstreamErrors errors;

    @Inject
    HeapBudget budget;

    @Inject
    Backup backup;

    @Inject
    Readiness readiness;

    @GET
    @Path("/live")
    public JsonObject live() {
        return Json.createObjectBuilder()
                .add("status", status(true))
                .add("checks", Json.createArrayBuilder())
                .build();
    }

    @GET
    @Path("/ready")
    public Response ready() {
        boolean ready = readiness.isReady();
        return Response.status(ready ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(Json.createObjectBuilder()
                        .add("status", status(ready))
                        .add("environments", environments.environments().size())
                        .add(
                                "checks",
                                Json.createArrayBuilder()
                                        .add(snapshotsCheck())
                                        .add(runningCheck(!readiness.isDraining())))
                        .build())
                .build();
    }

    private static JsonObjectBuilder runningCheck(boolean running) {
        return Json.createObjectBuilder().add("name", "running").add("status", status(running));
    }

    private JsonObjectBuilder snapshotsCheck() {
        JsonObjectBuilder data = Json.createObjectBuilder()
                .add("environments", environments.environments().size())
                .add("upstream", upstreamSelector.selected().kind())
                .add("upstreamConnected", upstreamSelector.selected().connected());
        freshness.oldest().ifPresent(age -> data.add("ageSeconds", age.toSeconds()));
        if (!freshness.ahead().isEmpty()) {
            data.add("aheadOfUpstream", Json.createArrayBuilder(new TreeSet<>(freshness.ahead())));
        }
        long refusedGridValues = errors.counts().getOrDefault(UpstreamErrors.ErrorKind.SEAL, 0L);
        if (refusedGridValues > 0) {
            data.add("refusedGridValues", refusedGridValues);
        }
        if (readiness.isRefusing()) {
            data.add("refused", "every snapshot is older than jackstaff.edge.stale.after");
        }
        if (!budget.refusals().isEmpty()) {
            data.add("tooLarge", Json.createArrayBuilder(budget.refusals().keySet()));
        }
        backup.failureReason().ifPresent(reason -> data.add("backup", "failing")); // why, is in the log
        return Json.createObjectBuilder()
                .add("name", "snapshots")
                .add("status", status(environments.isReady() && !readiness.isRefusing()))
                .add("data", data);
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
