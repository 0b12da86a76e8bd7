package dev.jackstaff.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** The health of a server, and the reasons why there is none. */
class HealthProbeTest {
    private static final String PASSWORD = "password";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // started first
    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-file", directory.resolve("edge.pem").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(directory.resolve("edge.p12"))) {
            store.load(content, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "edge", "-storepass", PASSWORD, "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", directory.resolve("edge.p12").toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void aServerIsReadyIfItsAuthorityIsNamed() {
        HealthProbe probe = new HealthProbe(url(), Optional.of(directory.resolve("edge.pem")));

        assertThat(probe.isReady()).isTrue();
        assertThat(probe.isLive()).isFalse();
    }

    @Test
    void aServerOfAnUnknownAuthorityIsNotReady() {
        assertThat(new HealthProbe(url()).isReady()).isFalse();
        assertThat(new HealthProbe(url()).readinessFault().orElseThrow())
                .startsWith("TLS failed: ")
                .contains("--ca-certificate-file");
    }

    static Stream<ArgumentSet> answers() {
        return Stream.of(
                argumentSet(
                        "a hub without a database",
                        503,
                        "{\"status\":\"DOWN\",\"parts\":[{\"name\":\"database\",\"status\":\"DOWN\",\"detail\":\"no answer\"},"
                                + "{\"name\":\"grid\",\"status\":\"UP\"},{\"name\":\"publisher\",\"status\":\"DOWN\"}]}",
                        "database: no answer; publisher is down"),
                argumentSet(
                        "an edge without snapshots",
                        503,
                        "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"snapshots\",\"status\":\"DOWN\",\"data\":"
                                + "{\"environments\":0,\"upstream\":\"grid\"}},{\"name\":\"running\",\"status\":\"UP\"}]}",
                        "snapshots is down (environments: 0, upstream: grid)"),
                argumentSet("a problem", 503, "{\"detail\":\"try again\"}", "it answered with status 503: try again"),
                argumentSet("a page", 404, "<html>", "it answered with status 404"),
                argumentSet("nothing", 500, "", "it answered with status 500"),
                argumentSet("a redirect", 302, "", "it answered with status 302"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsNotOkSaysWhy(int status, String body, String reason) throws IOException {
        HttpServer plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        plain.start();
        try {
            HealthProbe probe = new HealthProbe(
                    URI.create("http://127.0.0.1:" + plain.getAddress().getPort()));

            assertThat(probe.readinessFault().orElseThrow()).startsWith(reason);
            assertThat(probe.livenessFault().orElseThrow()).startsWith(reason);
            assertThat(probe.isReady()).isFalse();
        } finally {
            plain.stop(0);
        }
    }

    @Test
    void aServerThatNeverAnswersIsNotAwaitedForever() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(fault("http://127.0.0.1:" + silent.getLocalPort())).isEqualTo("no answer within 0.5 s");
        }
    }

    @Test
    void aServerThatIsNotThereIsDescribed() throws IOException {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = closed.getLocalPort();
        }

        assertThat(fault("http://127.0.0.1:" + free)).isEqualTo("nothing listens there (connection refused)");
        assertThat(fault("http://no-such-host.invalid")).isEqualTo("the host is unknown");
        assertThat(fault("https://127.0.0.1:" + free)).isEqualTo("nothing listens there (connection refused)");
    }

    private static String fault(String url) {
        return new HealthProbe(URI.create(url), Optional.empty(), Duration.ofMillis(500))
                .readinessFault()
                .orElseThrow();
    }

    @Test
    void aFileWithoutACertificateIsRefused() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "nothing");

        assertThatThrownBy(() -> new HealthProbe(url(), Optional.of(empty)).isReady())
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("There is no certificate in ");
    }
}
