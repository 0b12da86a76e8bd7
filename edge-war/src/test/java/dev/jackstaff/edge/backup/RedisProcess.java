package dev.jackstaff.edge.backup;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.testprocess.RedisTestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.Jedis;

/**
 * A real Redis on loopback without persistence. Without redis-server on the PATH the test is skipped with that reason.
 */
final class RedisProcess implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final RedisTestServer server;

    private RedisProcess(RedisTestServer server) {
        this.server = server;
    }

    static RedisProcess start(Path directory, String... options) {
        return new RedisProcess(RedisTestServer.start(directory, options));
    }

    static RedisProcess startWithTls(Path directory, String... options) {
        return new RedisProcess(RedisTestServer.startWithTls(directory, options));
    }

    RedisSettings address() {
        return address(new RedisSettings.Credentials(Optional.empty(), Optional.empty()));
    }

    RedisSettings address(RedisSettings.Credentials login) {
        return new RedisSettings("localhost", server.port(), login, 0, Optional.empty(), "test", TIMEOUT);
    }

    /** The address with TLS, and the further settings of a test. */
    RedisSettings tlsAddress(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("jackstaff.edge.store.redis.url", "rediss://localhost:" + server.port());
        all.put("jackstaff.edge.store.redis.timeout", Long.toString(TIMEOUT.toMillis()));
        return RedisSettings.of(EdgeSettings.of(all)).orElseThrow();
    }

    /** A separate client with which tests inspect and change data. */
    Jedis openClient() {
        return new Jedis("127.0.0.1", server.port());
    }

    /** Kills Redis as a crash does: its data is lost. */
    void kill() {
        server.kill();
    }

    void restart() {
        server.restart();
    }

    /** Stops Redis from answering; it still accepts connections. */
    void freeze() {
        server.freeze();
    }

    void thaw() {
        server.thaw();
    }

    @Override
    public void close() {
        server.close();
    }
}
