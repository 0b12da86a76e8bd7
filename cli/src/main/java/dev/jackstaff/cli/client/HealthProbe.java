package dev.jackstaff.cli.client;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.net.URI;
import java.util.Map;

/** The health of a hub or an edge, seen from outside: a server that does not answer is neither live nor ready. */
public record HealthProbe(URI base) {
    private static final int OK = 200;

    public boolean isLive() {
        return answersOk("/health/live");
    }

    public boolean isReady() {
        return answersOk("/health/ready");
    }

    private boolean answersOk(String path) {
        try {
            return new JsonHttpClient(base, Map.of()).get(path).status() == OK;
        } catch (CommandFailedException e) {
            return false;
        }
    }
}
