package dev.jackstaff.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An edge that receives SIGTERM while it is in use. */
class GracefulShutdownIT {
    private static final int LIMIT_SECONDS = 8;
    private static final Duration OWN_END = Duration.ofSeconds(6);
    private static final int CLIENTS = 20;
    private static final String BODY = "{\"context\":{\"targetingKey\":\"a\"}}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path directory;

    @Test
    @Timeout(300)
    void whoIsBeingAnsweredIsAnsweredAndStreamsEnd() throws Exception {
        try (EdgeProcess edge = EdgeProcess.start(directory, settings())) {
            List<Socket> inFlight = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                inFlight.add(openHalfSent(edge));
            }
            Socket stream = openStream(edge);
            awaitReading(edge);

            edge.terminate();
            long terminatedAt = System.nanoTime();

            assertThat(readAll(stream)).endsWith("\r\n0\r\n\r\n");
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> edge.get("/health/ready").statusCode() == 503);
            assertThat(edge.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(edge.evaluate("/ofrep/v1/evaluate/flags/plain", BODY)
                            .headers()
                            .firstValue("Connection"))
                    .hasValue("close");
            assertThat(edge.get("/ofrep/v1/stream").statusCode()).isEqualTo(503);
            for (Socket socket : inFlight) {
                socket.getOutputStream().write(BODY.substring(5).getBytes(StandardCharsets.US_ASCII));
                assertThat(answer(socket)).startsWith("HTTP/1.1 200 ").contains("\"value\":true");
            }
            assertThat(edge.endsWithin(OWN_END)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - terminatedAt))
                    .isLessThan(Duration.ofSeconds(LIMIT_SECONDS));
        }
    }

    @Test
    @Timeout(300)
    void whoNeverEndsIsCutOffAtTheLimitAndNobodyIsLetInAfterIt() throws Exception {
        try (EdgeProcess edge = EdgeProcess.start(directory, settings());
                Socket unfinished = openHalfSent(edge)) {
            awaitReading(edge);

            edge.terminate();
            long terminatedAt = System.nanoTime();

            assertThat(edge.endsWithin(Duration.ofSeconds(LIMIT_SECONDS).plus(OWN_END)))
                    .isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - terminatedAt))
                    .isGreaterThan(Duration.ofSeconds(LIMIT_SECONDS - 1));
            assertThat(unfinished.getInputStream().read()).isEqualTo(-1);
            assertThat(catchThrowable(() -> openHalfSent(edge))).isInstanceOf(ConnectException.class);
        }
    }

    private static Map<String, String> settings() {
        return Map.of(
                "JACKSTAFF_EDGE_SHUTDOWN_LIMIT",
                "PT" + LIMIT_SECONDS + "S",
                "JACKSTAFF_EDGE_HTTP_REQUEST_TIMEOUT",
                "PT1M");
    }

    /** Waits until earlier connections are being read: connections are accepted in their order. */
    private static void awaitReading(EdgeProcess edge) {
        assertThat(edge.evaluate("/ofrep/v1/evaluate/flags/plain", BODY).statusCode())
                .isEqualTo(200);
    }

    private static Socket openHalfSent(EdgeProcess edge) throws IOException {
        return openAndSend(
                edge,
                "POST /ofrep/v1/evaluate/flags/plain HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                        + BODY.length(),
                BODY.substring(0, 5));
    }

    private static Socket openStream(EdgeProcess edge) throws IOException {
        Socket stream = openAndSend(edge, "GET /ofrep/v1/stream HTTP/1.1", "");
        assertThat(new String(stream.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return stream;
    }

    private static Socket openAndSend(EdgeProcess edge, String head, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port());
        socket.setSoTimeout(20_000);
        String request = head + "\r\nHost: localhost\r\nAuthorization: " + EdgeProcess.TOKEN + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String readAll(Socket socket) throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (!read.toString().endsWith("\r\n0\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            read.append((char) next);
        }
        return read.toString();
    }

    private static String answer(Socket socket) throws IOException {
        byte[] read = new byte[8192];
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\"metadata\"") < 0) {
            int count = socket.getInputStream().read(read);
            if (count < 0) {
                break;
            }
            answer.append(new String(read, 0, count, StandardCharsets.UTF_8));
        }
        return answer.toString();
    }
}
