package dev.jackstaff.cli.client;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The health of a hub or an edge, seen from outside: a server that does not answer is neither live nor ready.
 *
 * @param authorities a PEM file of the authorities that vouch for it; empty for Java's own
 */
public record HealthProbe(URI base, Optional<Path> authorities) {
    private static final int OK = 200;

    public HealthProbe(URI base) {
        this(base, Optional.empty());
    }

    public boolean isLive() {
        return answersOk("/health/live");
    }

    public boolean isReady() {
        return answersOk("/health/ready");
    }

    private boolean answersOk(String path) {
        JsonHttpClient client = authorities
                .map(file -> JsonHttpClient.trusting(base, new TrustedAuthorities(file)))
                .orElseGet(() -> new JsonHttpClient(base, Map.of()));
        try {
            return client.get(path).status() == OK;
        } catch (CommandFailedException e) {
            return false;
        }
    }
}
