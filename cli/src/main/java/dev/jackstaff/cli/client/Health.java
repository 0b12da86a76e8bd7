package dev.jackstaff.cli.client;

import dev.jackstaff.cli.terminal.Failure;
import java.net.URI;
import java.util.Map;

/** Whether a hub or an edge lives and is ready to serve. Seen from outside, so a server that does not answer is neither. */
public record Health(URI base) {
    private static final int OK = 200;

    public boolean live() {
        return ok("/health/live");
    }

    public boolean ready() {
        return ok("/health/ready");
    }

    private boolean ok(String path) {
        try {
            return new Http(base, Map.of()).get(path).status() == OK;
        } catch (Failure e) {
            return false;
        }
    }
}
