package dev.jackstaff.edge.backup;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/**
 * A real Redis on loopback without persistence. Without redis-server on the PATH the test is skipped with that reason.
 */
final class RedisProcess implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final Path directory;
    private final int port;
    private final boolean tls;
    private final List<String> options;
    private final Thread shutdownHook = new Thread(this::kill);
    private Process process;

    private RedisProcess(Path directory, boolean tls, List<String> options) {
        this.directory = directory;
        this.port = freePort();
        this.tls = tls;
        this.options = options;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        this.process = launch();
    }

    static RedisProcess start(Path directory, String... options) {
        requirePresent();
        return new RedisProcess(directory, false, List.of(options));
    }

    static RedisProcess startWithTls(Path directory, String... options) {
        requirePresent();
        return new RedisProcess(directory, true, List.of(options));
    }

    private static void requirePresent() {
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "redis-server")));
        assumeTrue(installed, "skipped: there is no redis-server on the path");
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(
                "redis-server", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", "" + directory));
        command.addAll(List.of(tls ? "--tls-port" : "--port", Integer.toString(port)));
        if (tls) {
            command.addAll(List.of("--port", "0"));
        }
        command.addAll(options);
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis.log").toFile())
                    .start();
            await().until(this::isListening);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    RedisSettings address() {
        return address(new RedisSettings.Credentials(Optional.empty(), Optional.empty()));
    }

    RedisSettings address(RedisSettings.Credentials login) {
        return new RedisSettings("localhost", port, login, 0, Optional.empty(), "test", TIMEOUT);
    }

    /** The address with TLS, and the further settings of a test. */
    RedisSettings tlsAddress(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("jackstaff.edge.store.redis.url", "rediss://localhost:" + port);
        all.put("jackstaff.edge.store.redis.timeout", Long.toString(TIMEOUT.toMillis()));
        return RedisSettings.of(EdgeSettings.of(all)).orElseThrow();
    }

    /** A separate client with which tests inspect and change data. */
    Jedis openClient() {
        return new Jedis("127.0.0.1", port);
    }

    /** Kills Redis as a crash does: its data is lost. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void restart() {
        process = launch();
    }

    /** Stops Redis from answering; it still accepts connections. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
