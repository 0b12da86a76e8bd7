package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The logs of hub and edge: what strangers send leaves no lines, and a log that has grown is rotated. */
@UsesSharedStack
class LogSizeST {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int TIMES = 40;

    /** Bytes that a log may grow by for other reasons while hundreds of requests are made. */
    private static final long OTHER_LINES = 4_000;

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;

    LogSizeST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
    }

    @Test
    void whatStrangersSendLeavesNoLines() throws IOException {
        long hubBefore = size("hub.log");
        long edgeBefore = size("edge.log");

        for (int i = 0; i < TIMES; i++) {
            disturb(quickstart.hubUrl(), i % 2 == 0);
            disturb(quickstart.edgeUrl(), i % 2 == 0);
        }

        assertThat(size("hub.log") - hubBefore).describedAs("growth of hub.log").isLessThan(OTHER_LINES);
        assertThat(size("edge.log") - edgeBefore)
                .describedAs("growth of edge.log")
                .isLessThan(OTHER_LINES);
    }

    @Test
    void aLogThatHasGrownIsRotatedWhileItsProcessRuns() throws IOException {
        for (String name : List.of("hub.log", "edge.log", "postgres.log")) {
            Path log = log(name);
            Files.write(log, new byte[TEN_MEGABYTES], StandardOpenOption.APPEND);

            await("rotation of " + name).atMost(LIMIT).until(() -> Files.size(log) < TEN_MEGABYTES);

            assertThat(Files.size(log(name + ".1"))).isGreaterThanOrEqualTo(TEN_MEGABYTES);
            Files.delete(log(name + ".1"));
        }
    }

    /** Everything once that a stranger may do to a server. */
    private void disturb(String server, boolean reset) throws IOException {
        for (String request : List.of(
                "GET /ofrep",
                "GET / HTTP/1.1\r\nHos",
                "POST /ofrep/v1/evaluate/flags HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{\"con",
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"e",
                "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /openapi HTTP/1.1\r\nHost: x\r\n\r\n")) {
            cutOff(server, request, reset);
        }
        String key = "Authorization: " + quickstart.serverKey() + "\r\n";
        endStream(server, "GET /ofrep/v1/stream HTTP/1.1\r\nHost: x\r\n" + key + "\r\n", reset);
        for (String credential : List.of("wrong", "Bearer wrong", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln")) {
            for (String path : List.of("/ofrep/v1/evaluate/flags", "/api/v1/projects", "/api/client/features")) {
                RawHttp.send(server, "POST", path, Map.of("Authorization", credential), new byte[] {'{'});
            }
        }
        RawHttp.send(server, "GET", "/nothing", Map.of("X-Long", "x".repeat(6_000)), new byte[0]);
        RawHttp.send(server, "PATCH", "/ofrep/v1/evaluate/flags", Map.of(), new byte[0]);
    }

    private static void cutOff(String server, String request, boolean reset) throws IOException {
        try (Socket socket = connect(server, reset)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void endStream(String server, String request, boolean reset) throws IOException {
        try (Socket socket = connect(server, reset)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    private static Socket connect(String server, boolean reset) throws IOException {
        URI address = URI.create(server);
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout((int) LIMIT.toMillis());
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        return socket;
    }

    private long size(String name) throws IOException {
        return Files.size(log(name));
    }

    private Path log(String name) {
        return installation.home().resolve("logs").resolve(name);
    }
}
