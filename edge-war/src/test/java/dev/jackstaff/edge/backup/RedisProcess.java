package dev.jackstaff.edge.backup;

import dev.jackstaff.testprocess.RedisTestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.Jedis;

/**
 * A real Redis on loopback without persistence. Without redis-server on the PATH the test is skipped with that reason.
 */
final class RedisProcess implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final RedisTestServer server;
    private final boolean tls;

    private RedisProcess(RedisTestServer server, boolean tls) {
        this.server = server;
        this.tls = tls;
    }

    static RedisProcess start(Path directory, String... options) {
        return new RedisProcess(RedisTestServer.start(directory, options), false);
    }

    static RedisProcess startWithTls(Path directory, String... options) {
        return new RedisProcess(RedisTestServer.startWithTls(directory, options), true);
    }

    RedisSettings address() {
        return address(new RedisSettings.Credentials(Optional.empty(), Optional.empty()), Optional.empty());
    }

    RedisSettings address(RedisSettings.Credentials login, Optional<Path> authorities) {
        return new RedisSettings("localhost", server.port(), login, 0, tls, authorities, "test", TIMEOUT);
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
