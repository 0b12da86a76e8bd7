package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;

/** Health as Flagsmith's Edge Proxy tells it. An environment does not go stale: changes are pushed, so no news is good. */
@Dependent
public class ProxyHealth {
    private final LiveEnvironments environments;

    @Inject
    ProxyHealth(LiveEnvironments environments) {
        this.environments = environments;
    }

    /** This process answers. */
    public Reply live() {
        return reply(Reply.OK, "{\"status\":\"ok\"}");
    }

    /** Every environment there is has arrived, and when the newest of them changed. */
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
