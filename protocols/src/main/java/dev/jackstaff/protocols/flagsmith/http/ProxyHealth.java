package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;

/**
 * The health responses of Flagsmith's Edge Proxy. An environment never counts as stale: changes are pushed, so silence
 * means no change.
 */
@Dependent
public class ProxyHealth {
    private final LiveEnvironments environments;

    @Inject
    ProxyHealth(LiveEnvironments environments) {
        this.environments = environments;
    }

    /** The liveness response. */
    public Reply live() {
        return reply(Reply.OK, "{\"status\":\"ok\"}");
    }

    /** The readiness response: whether every environment has arrived, and when the newest of them changed. */
    public Reply ready() {
        boolean ready = environments.isReady();
        if (!ready) {
            return reply(
                    Reply.UNAVAILABLE,
                    "{\"status\":\"error\",\"reason\":\"environment document(s) not updated.\","
                            + "\"last_successful_update\":null}");
        }
        Instant newest = environments.environments().values().stream()
                .map(environment -> environment.snapshot().changedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return reply(Reply.OK, "{\"status\":\"ok\",\"reason\":null,\"last_successful_update\":\"" + newest + "\"}");
    }

    private static Reply reply(int status, String json) {
        return Reply.of(status, json.getBytes(StandardCharsets.UTF_8));
    }
}
