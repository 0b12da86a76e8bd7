package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.environment.Readiness;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/**
 * The health responses of Flagsmith's Edge Proxy. The readiness response also tells whether the environments are up to
 * date: the host sets how old they may be.
 */
@Dependent
public class ProxyHealth {
    private static final String NOT_UPDATED = "\"environment document(s) not updated.\"";
    private static final String STALE = "\"environment document(s) stale.\"";
    private static final String STOPPING = "\"the edge is stopping.\"";

    private final Readiness readiness;

    @Inject
    ProxyHealth(Readiness readiness) {
        this.readiness = readiness;
    }

    /** The liveness response. */
    public Reply live() {
        return reply(Reply.OK, "{\"status\":\"ok\"}");
    }

    /** The readiness response, with the time at which all environments were last known to be up to date. */
    public Reply ready() {
        if (readiness.isStale() || readiness.isRefusing()) {
            return failed(STALE);
        }
        if (readiness.isDraining()) {
            return failed(STOPPING);
        }
        return readiness.isReady() ? reply(Reply.OK, document("ok", "null")) : failed(NOT_UPDATED);
    }

    private Reply failed(String reason) {
        return reply(Reply.UNAVAILABLE, document("error", reason));
    }

    private String document(String status, String reason) {
        String last = readiness
                .lastUpdate()
                .map(update -> "\"" + update.truncatedTo(ChronoUnit.MILLIS) + "\"")
                .orElse("null");
        return "{\"status\":\"" + status + "\",\"reason\":" + reason + ",\"last_successful_update\":" + last + "}";
    }

    private static Reply reply(int status, String json) {
        return Reply.of(status, json.getBytes(StandardCharsets.UTF_8));
    }
}
