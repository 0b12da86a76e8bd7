package dev.jackstaff.testprocess;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real Redis on loopback that keeps nothing on the disk. Without redis-server on the path a test is skipped, and says so. */
public final class RedisTestServer implements AutoCloseable {
    private static final String PROGRAM = "redis-server";
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Path directory;
    private final int port = TestPorts.unused();
    private final List<String> options;
    private final TestProcess process;

    private RedisTestServer(Path directory, boolean tls, List<String> options) {
        this.directory = directory;
        this.options = new ArrayList<>(List.of(tls ? "--tls-port" : "--port", Integer.toString(port)));
        if (tls) {
            this.options.addAll(List.of("--port", "0"));
        }
        this.options.addAll(options);
        this.process = TestProcess.start(this::launch).awaitStarted(START_LIMIT, this::isListening);
    }

    /** Whether one can be started here. */
    public static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, PROGRAM)));
    }

    /**
     * Starts one, and waits until it accepts connections.
     *
     * @param directory of its log
     */
    public static RedisTestServer start(Path directory, String... options) {
        return start(directory, false, options);
    }

    /** Starts one whose only port speaks TLS. */
    public static RedisTestServer startWithTls(Path directory, String... options) {
        return start(directory, true, options);
    }

    private static RedisTestServer start(Path directory, boolean tls, String... options) {
        assumeTrue(isInstalled(), "skipped: there is no redis-server on the path");
        return new RedisTestServer(directory, tls, List.of(options));
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(PROGRAM, "--bind", "127.0.0.1", "--save", ""));
        command.addAll(List.of("--appendonly", "no", "--dir", directory.toString()));
        command.addAll(options);
        try {
            Files.createDirectories(directory);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis.log").toFile())
                    .start();
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

    public int port() {
        return port;
    }

    /** Ends it as a crash does: all that it had is gone. */
    public void kill() {
        process.kill();
    }

    /** Starts it again, at the same port. */
    public void restart() {
        process.restart();
        process.awaitStarted(START_LIMIT, this::isListening);
    }

    /** Has it answer nothing. It still accepts connections. */
    public void freeze() {
        process.freeze();
    }

    /** Has it go on. */
    public void thaw() {
        process.thaw();
    }

    @Override
    public void close() {
        process.kill();
        process.close();
    }
}
