package dev.jackstaff.protocols.flexflag;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

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

    @GET
    public Response ready() {
        return readiness(environments).toResponse();
    }

    static Reply readiness(LiveEnvironments environments) {
        Collection<ServedEnvironment> served = environments.environments().values();
        int flags = served.stream()
                .mapToInt(environment -> environment.flags().flags().size())
                .sum();
        Instant last = served.stream()
                .map(environment -> environment.snapshot().changedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        boolean ready = environments.isReady();
        byte[] body = FlexflagDocuments.readiness(ready, environments.isComplete(), flags, last);
        return ready
                ? Reply.of(Reply.OK, body)
                : Reply.of(Reply.UNAVAILABLE, body).with("Retry-After", "1");
    }
}
