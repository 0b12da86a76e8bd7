package dev.jackstaff.system;

import dev.jackstaff.testprocess.RedisTestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Redis in which edges keep snapshots. */
final class RedisServer implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final Pattern KEY = Pattern.compile("jackstaff:\\{[0-9a-f]+\\}:heads");
    private static final Pattern REVISION = Pattern.compile("\"revision\":\"(\\d+)\"");

    private final RedisTestServer server;

    private RedisServer(RedisTestServer server) {
        this.server = server;
    }

    /** Whether one can be started here. */
    static boolean present() {
        return RedisTestServer.isInstalled();
    }

    static RedisServer start() {
        return new RedisServer(RedisTestServer.start(Path.of("target/redis").toAbsolutePath()));
    }

    String url() {
        return "redis://127.0.0.1:" + server.port();
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
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException away) {
            return "";
        }
    }

    /** Ends it as a crash does: all that it had is gone. */
    void kill() {
        server.kill();
    }

    void restart() {
        server.restart();
    }

    @Override
    public void close() {
        server.close();
    }
}
