package dev.jackstaff.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.edge.pem.TestCertificates;
import dev.jackstaff.testprocess.TestPorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One edge with the settings of Unleash Edge: behind a base path, over HTTPS, with its log in JSON. */
class StandaloneEdgeIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String KEYLESS = "the-secret-of-those-without-a-key";
    private static final String WRONG = "default:default.a-token-that-nobody-made";
    private static final Pattern IDLE_LIMIT = Pattern.compile("<http [^>]*\\btimeout-seconds=\"(\\d+)\"");
    private static final String TICKET = "a-ticket-that-nobody-made";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    static Path directory;

    @SuppressWarnings("NullAway.Init") // started first
    private static EdgeProcess edge;

    @SuppressWarnings("NullAway.Init") // made first
    private static TestCertificates certificates;

    private static int securePort;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        certificates = new TestCertificates(directory);
        for (String name : List.of("one", "two", "three")) {
            certificates.create(name, "three".equals(name) ? "EC" : "RSA");
        }
        replace("one");
        securePort = TestPorts.unused();
        edge = EdgeProcess.start(
                directory,
                Map.of(
                        "BASE_PATH",
                        "flags/",
                        "TLS_ENABLE",
                        "true",
                        "TLS_SERVER_CERT",
                        directory.resolve("served.crt").toString(),
                        "TLS_SERVER_KEY",
                        directory.resolve("served.key").toString(),
                        "TLS_SERVER_PORT",
                        Integer.toString(securePort),
                        "EDGE_CLIENT_SECRET",
                        KEYLESS,
                        "JACKSTAFF_EDGE_METRICS_OPEN",
                        "true"),
                "--logproperties",
                System.getProperty("edge.logging.json", ""));
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @BeforeEach
    void showTheFirst() throws IOException {
        replace("one");
        await().atMost(LIMIT).until(() -> servesCertificate("one"));
    }

    /** A server whose application is not running yet would answer 404, which clients take for "no such flag". */
    @Test
    void whileItStartsNobodyIsToldThatThereIsNothing() {
        assertThat(edge.readinessStatuses()).contains(200).isSubsetOf(200, 503);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionStaysForAsManyRequestsAsAreMade(boolean secure) throws IOException, GeneralSecurityException {
        int port = secure ? securePort : edge.port();
        SocketFactory sockets = secure ? trusting("one").getSocketFactory() : SocketFactory.getDefault();
        try (PersistentHttpConnection connection =
                PersistentHttpConnection.of(sockets.createSocket("localhost", port))) {
            for (int i = 0; i < 600; i++) {
                assertThat(connection.get("/health/live"))
                        .startsWith("http/1.1 200 ")
                        .doesNotContain("connection:");
            }
        }
    }

    /** Load balancers keep connections for up to 600 s; a test of the whole time would take too long. */
    @Test
    void aConnectionStaysIdleForLongerThanBalancersKeepIt() throws IOException {
        String configured = Files.readString(directory.resolve("server/config/domain.xml"));

        assertThat(IDLE_LIMIT.matcher(configured).results().map(limit -> Integer.valueOf(limit.group(1))))
                .hasSize(2)
                .allMatch(seconds -> seconds > 600);
    }

    /** By default the server closes what its queue of 4,096 requests has no room for. */
    @Test
    void manyWhoConnectAtOnceWaitAndAreNotCutOff() throws IOException {
        String configured = Files.readString(directory.resolve("server/config/domain.xml"));

        assertThat(configured).containsPattern("<thread-pool [^>]*\\bmax-queue-size=\"-1\"");
    }

    @Test
    void aReplacedCertificateIsShownToNewConnections() throws IOException {
        replace("two");
        await().atMost(LIMIT).until(() -> servesCertificate("two"));
        assertThat(servesCertificate("one")).isFalse();

        replace("three");
        await().atMost(LIMIT).until(() -> servesCertificate("three"));
    }

    @Test
    void aCertificateWithAnotherKeyIsRefusedAndTheLastOneStays() throws IOException {
        Files.copy(
                certificates.certificate("two"), directory.resolve("served.crt"), StandardCopyOption.REPLACE_EXISTING);

        await().atMost(LIMIT).until(() -> edge.log().contains("is not that of the certificate in"));
        assertThat(servesCertificate("one")).isTrue();

        Files.copy(certificates.key("two"), directory.resolve("served.key"), StandardCopyOption.REPLACE_EXISTING);
        await().atMost(LIMIT).until(() -> servesCertificate("two"));
    }

    @Test
    void aTornCertificateIsRefusedAndTheLastOneStays() throws IOException {
        String pem = Files.readString(certificates.certificate("two"));
        Files.writeString(directory.resolve("served.crt"), pem.substring(0, pem.length() / 2));

        await().atMost(LIMIT).until(() -> edge.log().contains("there is no whole certificate in"));
        assertThat(servesCertificate("one")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    @Timeout(60)
    void streamsAndAnswersAreTheSameOverHttps(HttpClient.Version version) throws Exception {
        HttpClient client = client("one", version);

        HttpResponse<InputStream> stream =
                client.send(secure("/flags/ofrep/v1/stream").build(), HttpResponse.BodyHandlers.ofInputStream());
        HttpResponse<String> answer = client.send(
                secure("/flags/ofrep/v1/evaluate/flags/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"context\":{\"targetingKey\":\"a\"}}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).describedAs("HTTP/2 is not offered").isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.body()).contains("\"value\":true");
        try (InputStream events = stream.body()) {
            assertThat(new String(events.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("retry:");
        }
    }

    static Stream<Arguments> routes() {
        return Stream.of(
                argumentSet("liveness", "/health/live", 200, "\"UP\""),
                argumentSet("readiness", "/health/ready", 200, "\"UP\""),
                argumentSet("measurements", "/metrics", 200, "jackstaff_"),
                argumentSet("Unleash, a servlet", "/api/client/features", 200, "\"plain\""),
                argumentSet("Unleash with a query", "/api/client/features?namePrefix=none", 200, "\"features\":[]"),
                argumentSet("Unleash, a resource", "/internal-backstage/health", 200, "OK"),
                argumentSet("Unleash, refused", "/api/frontend?userId=a", 403, "\"name\":\"NoAccessError\""),
                argumentSet("Flagsmith", "/api/v1/flags/", 200, "\"plain\""),
                argumentSet("two slashes", "/api/v1//flags/", 200, "\"plain\""),
                argumentSet("nothing", "/nothing", 404, "\"errorCode\""),
                argumentSet("the page", "/docs", 200, "src=\"/flags/docs/start.js\""),
                argumentSet("its script", "/docs/start.js", 200, "'/flags/docs/openapi.json'"),
                argumentSet("its description", "/docs/openapi.json", 200, "\"servers\":[{\"url\":\"/flags\","));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteIsBelowTheBasePathToo(String path, int status, String part) {
        HttpResponse<String> below = edge.get("/flags" + path);

        assertThat(below.statusCode()).isEqualTo(status);
        assertThat(below.body()).contains(part);
        assertThat(edge.get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void charactersInPathsMeanTheSameBelowTheBasePath(String encoded, String key) {
        HttpResponse<String> below = edge.evaluate("/flags/ofrep/v1/evaluate/flags/" + encoded, "{}");

        assertThat(below.body()).contains("\"key\":\"" + key + "\"");
        assertThat(below.body())
                .isEqualTo(edge.evaluate("/ofrep/v1/evaluate/flags/" + encoded, "{}")
                        .body());
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                argumentSet("a blank", "a%20b", "a b"),
                argumentSet("a question mark", "a%3Fb", "a?b"),
                argumentSet("a percent sign", "a%2520b", "a%20b"),
                argumentSet("no ASCII", "%C3%A4", "ä"));
    }

    @Test
    void theAddressOfStreamsIsBelowTheBasePath() {
        HttpResponse<String> bulk = edge.evaluate("/flags/ofrep/v1/evaluate/flags", "{\"context\":{}}");

        assertThat(bulk.body()).contains("\"requestUri\":\"/flags/ofrep/v1/stream?");
    }

    @Test
    void requestsBelowTheBasePathAreCountedForTheirProtocol() {
        edge.evaluate("/flags/ofrep/v1/evaluate/flags/plain", "{}");

        await().atMost(LIMIT).until(() -> edge.get("/flags/metrics")
                .body()
                .lines()
                .anyMatch(line -> line.startsWith("jackstaff_http_requests_total{protocol=\"ofrep\",status=\"200\"}")));
    }

    @Test
    void theLogIsJsonAndTellsNoSecret() throws IOException {
        for (String key : List.of(WRONG, EdgeProcess.TOKEN, KEYLESS)) {
            for (String path :
                    List.of("/api/client/features", "/ofrep/v1/stream?environment=x&ticket=" + TICKET, "/%zz")) {
                get(path, key);
            }
        }

        String log = edge.log();

        List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines).hasSizeGreaterThan(10).allMatch(StandaloneEdgeIT::isJsonObject);
        assertThat(log).contains("\"LoggerName\":\"dev.jackstaff.edge.upstream.UpstreamSelector\"");
        assertThat(log).doesNotContain(EdgeProcess.TOKEN, "a-token-of-the-test", KEYLESS, WRONG, TICKET, "PRIVATE KEY");
        for (String name : List.of("one", "two", "three")) {
            Files.readAllLines(certificates.key(name)).stream()
                    .filter(line -> line.length() > 30)
                    .forEach(line -> assertThat(log).doesNotContain(line));
        }
    }

    private static void get(String path, String key) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: " + key;
            socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().readNBytes(12)).isNotEmpty();
        }
    }

    private static boolean isJsonObject(String line) {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            parser.skipChildren();
            return object && parser.nextToken() == null;
        } catch (IOException broken) {
            return false;
        }
    }

    private static void replace(String name) throws IOException {
        Files.copy(certificates.key(name), directory.resolve("served.key"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                certificates.certificate(name), directory.resolve("served.crt"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static HttpRequest.Builder secure(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + securePort + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", EdgeProcess.TOKEN);
    }

    /** Whether a new connection gets this certificate. */
    private static boolean servesCertificate(String name) throws IOException {
        try {
            HttpClient client = client(name, HttpClient.Version.HTTP_1_1);
            HttpResponse<String> answer =
                    client.send(secure("/health/live").build(), HttpResponse.BodyHandlers.ofString());
            X509Certificate certificate =
                    (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName().equals("CN=" + name);
        } catch (SSLException otherCertificate) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient client(String trusted, HttpClient.Version version)
            throws IOException, GeneralSecurityException {
        return HttpClient.newBuilder()
                .version(version)
                .sslContext(trusting(trusted))
                .build();
    }

    private static SSLContext trusting(String trusted) throws IOException, GeneralSecurityException {
        KeyStore store = certificates.keyStore(trusted);
        KeyStore trustStore = KeyStore.getInstance("PKCS12");
        trustStore.load(null, null);
        trustStore.setCertificateEntry("known", store.getCertificate(trusted));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trustStore);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
