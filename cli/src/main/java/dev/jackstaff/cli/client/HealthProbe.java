package dev.jackstaff.cli.client;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The health of a hub or an edge, seen from outside: a server that does not answer is neither live nor ready.
 *
 * @param authorities a PEM file of the authorities that vouch for it; empty for Java's own
 * @param limit how long it may take to answer
 */
public record HealthProbe(URI base, Optional<Path> authorities, Duration limit) {
    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    public HealthProbe(URI base) {
        this(base, Optional.empty());
    }

    public HealthProbe(URI base, Optional<Path> authorities) {
        this(base, authorities, LIMIT);
    }

    public boolean isLive() {
        return livenessFault().isEmpty();
    }

    public boolean isReady() {
        return readinessFault().isEmpty();
    }

    /** The reason why it is not live, as the end of a sentence; empty if it is. */
    public Optional<String> livenessFault() {
        return fault("/health/live");
    }

    /** The reason why it is not ready, as the end of a sentence; empty if it is. */
    public Optional<String> readinessFault() {
        return fault("/health/ready");
    }

    private Optional<String> fault(String path) {
        JsonHttpClient client = authorities
                .map(file -> JsonHttpClient.trusting(base, new TrustedAuthorities(file)))
                .orElseGet(() -> new JsonHttpClient(base, Map.of()))
                .within(limit);
        try {
            ApiResponse answer = client.get(path);
            return answer.status() == OK ? Optional.empty() : Optional.of(HealthFault.of(answer));
        } catch (CommandFailedException failed) {
            if (failed.getCause() instanceof IOException reason) {
                return Optional.of(ConnectionFault.of(reason, limit));
            }
            throw failed;
        }
    }
}
