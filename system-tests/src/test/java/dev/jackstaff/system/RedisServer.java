package dev.jackstaff.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackstaff.cli.process.BackgroundProgram;
import dev.jackstaff.cli.process.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Redis on loopback that keeps nothing on the disk. Without one on the path, the test is skipped and says so. */
final class RedisServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final Pattern KEY = Pattern.compile("jackstaff:\\{[0-9a-f]+\\}:heads");
    private static final Pattern REVISION = Pattern.compile("\"revision\":\"(\\d+)\"");

    private final Path directory = Path.of("target/redis").toAbsolutePath();
    private final LoopbackPort port;
    private final TestProcess process;

    private RedisServer() throws IOException {
        port = LoopbackPort.unused();
        Files.createDirectories(directory);
        process = TestProcess.start(this::launch).awaitStarted(LIMIT, this::answers);
    }

    /** Whether one can be started here. */
    static boolean present() {
        return BackgroundProgram.isOnPath("redis-server");
    }

    static RedisServer start() {
        assumeTrue(present(), "skipped: there is no redis-server on the path");
        try {
            return new RedisServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        List<String> command = List.of(
                "redis-server",
                "--bind",
                "127.0.0.1",
                "--port",
                port.toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                directory.toString());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        return send("PING").contains("PONG");
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** The newest revision that edges keep of any environment of this name; -1 where there is none. */
    long revision(String environment) {
        long newest = -1;
        Matcher key = KEY.matcher(send("KEYS jackstaff:*"));
        while (key.find()) {
            Matcher revision = REVISION.matcher(send("HGET " + key.group() + " " + environment));
            newest = revision.find() ? Math.max(newest, Long.parseLong(revision.group(1))) : newest;
        }
        return newest;
    }

    /** What it answers to a command, as it writes it; nothing where it is away. */
    private String send(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException away) {
            return "";
        }
    }

    /** Ends it as a crash does: all that it had is gone. */
    void kill() {
        process.kill();
    }

    void restart() {
        process.restart();
        process.awaitStarted(LIMIT, this::answers);
    }

    @Override
    public void close() {
        process.close();
    }
}
