package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.Readiness;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/**
 * The JAX-RS resource of FlexFlag's readiness check: an edge is ready when all snapshots have arrived. It needs no key
 * and discloses no names.
 */
@Path("/ready")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FlexflagReadinessResource {
    @Inject
    LiveEnvironments environments;

    @Inject
    Readiness readiness;

    @GET
    public Response ready() {
        return readiness(environments, readiness).toResponse();
    }

    static Reply readiness(LiveEnvironments environments, Readiness readiness) {
        int flags = environments.environments().values().stream()
                .mapToInt(environment -> environment.flags().flags().size())
                .sum();
        boolean ready = readiness.isReady();
        byte[] body = FlexflagDocuments.readiness(
                ready, environments.isComplete(), flags, readiness.lastUpdate().orElse(Instant.EPOCH));
        return ready
                ? Reply.of(Reply.OK, body)
                : Reply.of(Reply.UNAVAILABLE, body).with("Retry-After", "1");
    }
}
