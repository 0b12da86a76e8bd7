package dev.jackstaff.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.testprocess.MachineSpeed;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An edge, and clients that pipeline, send slowly or ambiguously. */
class FrontDoorIT {
    private static final int SLOW_CLIENTS = 300;
    private static final int PROBES = 100;
    private static final double PROBE_LIMIT_MILLIS = 100;
    private static final int LIMIT_MILLIS = 20_000;
    private static final String CONTEXT = "{\"context\":{\"targetingKey\":\"a\"}}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    static Path directory;

    @SuppressWarnings("NullAway.Init") // started first
    private static EdgeProcess edge;

    @BeforeAll
    static void start() throws IOException {
        edge = EdgeProcess.start(directory, Map.of());
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    static Stream<Arguments> pipelines() {
        String bulk = post("/ofrep/v1/evaluate/flags", "{}");
        String single = post("/ofrep/v1/evaluate/flags/plain", CONTEXT);
        String batch = post("/api/v1/evaluate/batch", "{\"flag_keys\":[\"plain\"],\"user_id\":\"a\"}");
        String flexflag = post("/api/v1/evaluate", "{\"flag_key\":\"plain\",\"user_id\":\"a\"}");
        String register = post("/api/client/register", "{\"appName\":\"a\",\"strategies\":[],\"interval\":1}");
        String validate = post("/edge/validate", "{\"tokens\":[\"" + EdgeProcess.TOKEN + "\"]}");
        String features = get("/api/client/features");
        String absent = post("/no/such/route", "{\"a\":\"" + "b".repeat(5_000) + "\"}");
        return Stream.of(
                argumentSet("2 bulk", List.of(bulk, bulk)),
                argumentSet("3 bulk", List.of(bulk, bulk, bulk)),
                argumentSet("10 bulk", Collections.nCopies(10, bulk)),
                argumentSet("100 bulk", Collections.nCopies(100, bulk)),
                argumentSet("100 single", Collections.nCopies(100, single)),
                argumentSet("4 batch", Collections.nCopies(4, batch)),
                argumentSet("50 batch", Collections.nCopies(50, batch)),
                argumentSet("20 GET", Collections.nCopies(20, features)),
                argumentSet("20 refused", Collections.nCopies(20, absent)),
                argumentSet(
                        "all kinds",
                        List.of(
                                bulk, features, batch, absent, single, register, flexflag, validate, bulk, absent,
                                features, batch, register, validate, flexflag, single, bulk)));
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void pipelinedRequestsAreAnsweredAsOneAfterTheOther(List<String> requests) throws IOException {
        List<Integer> alone = new ArrayList<>();
        try (Socket socket = connect()) {
            InputStream answers = socket.getInputStream();
            for (String request : requests) {
                send(socket, request);
                alone.add(status(answers));
            }
        }

        try (Socket socket = connect()) {
            send(socket, String.join("", requests));
            InputStream answers = socket.getInputStream();
            List<Integer> pipelined = new ArrayList<>();
            for (int i = 0; i < requests.size(); i++) {
                pipelined.add(status(answers));
            }

            assertThat(pipelined).isEqualTo(alone);
        }
    }

    @Test
    void anUnfinishedRequestIsNotOverwrittenByOthers() throws IOException {
        String single = post("/ofrep/v1/evaluate/flags/plain", CONTEXT);
        String third = get("/no/such/route/" + "x".repeat(200));
        try (Socket waiting = connect()) {
            InputStream answers = waiting.getInputStream();
            send(waiting, single + get("/health") + third.substring(0, 150));
            assertThat(status(answers)).isEqualTo(200);
            assertThat(status(answers)).isEqualTo(200);
            for (int i = 0; i < 30; i++) {
                try (Socket other = connect()) {
                    send(other, single + single);
                    assertThat(status(other.getInputStream())).isEqualTo(200);
                    assertThat(status(other.getInputStream())).isEqualTo(200);
                }
            }

            send(waiting, third.substring(150));

            assertThat(status(answers)).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX",
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 0\r\n\r\nhello",
                "POST /a HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"
            })
    void anAmbiguousRequestEndsTheConnection(String request) throws IOException {
        try (Socket socket = connect()) {
            send(socket, request + get("/smuggled"));

            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(all).startsWith("HTTP/1.1 400 ").contains("Connection: close");
            assertThat(all.split("HTTP/1.1 ", -1)).hasSize(2);
        }
    }

    @Test
    void chunkExtensionsAreIgnored() throws IOException {
        String size = Integer.toHexString(CONTEXT.length());
        try (Socket socket = connect()) {
            send(
                    socket,
                    head("POST", "/ofrep/v1/evaluate/flags/plain") + "Transfer-Encoding: chunked\r\n\r\n" + size
                            + ";a=1;b=\"2\"\r\n" + CONTEXT + "\r\n0;c\r\n\r\n" + get("/health"));

            assertThat(status(socket.getInputStream())).isEqualTo(200);
            assertThat(status(socket.getInputStream())).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /ofrep/v1/evaluate/flags HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{",
                "POST /edge/validate HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
                "GET /health HTTP/1.1\r\nHo"
            })
    void slowClientsDelayNobody(String beginning) throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                Socket socket = connect();
                slow.add(socket);
                send(socket, beginning);
            }
            double[] millis = new double[PROBES];
            for (int i = 0; i < PROBES; i++) {
                long begun = System.nanoTime();
                try (Socket probe = connect()) {
                    send(probe, i % 2 == 0 ? get("/health/live") : post("/ofrep/v1/evaluate/flags/plain", CONTEXT));
                    assertThat(status(probe.getInputStream())).isEqualTo(200);
                }
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }

            Arrays.sort(millis);
            assertThat(millis[PROBES - 2]).isLessThan(PROBE_LIMIT_MILLIS * MachineSpeed.slowdown());
            assertThat(status(slow.get(0).getInputStream())).isEqualTo(408);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aClientThatOffersHttp2GetsHttp11() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(edge.uri("/ofrep/v1/evaluate/flags/plain"))
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", EdgeProcess.TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(CONTEXT))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port());
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads one answer, and returns its status. */
    private static int status(InputStream answers) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = answers.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        String text = head.toString().toLowerCase(Locale.ROOT);
        if (text.contains("transfer-encoding: chunked")) {
            skipChunks(answers);
        } else {
            int at = text.indexOf("content-length:");
            answers.skipNBytes(
                    at < 0
                            ? 0
                            : Long.parseLong(text.substring(at + 15, text.indexOf('\r', at))
                                    .strip()));
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private static void skipChunks(InputStream answers) throws IOException {
        int size = 1;
        while (size > 0) {
            StringBuilder line = new StringBuilder();
            while (line.indexOf("\r\n") < 0) {
                line.append((char) answers.read());
            }
            size = Integer.parseInt(line.toString().strip(), 16);
            answers.skipNBytes(size + 2L);
        }
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + EdgeProcess.TOKEN
                + "\r\nContent-Type: application/json\r\n";
    }

    private static String get(String path) {
        return head("GET", path) + "\r\n";
    }

    private static String post(String path, String body) {
        return head("POST", path) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
