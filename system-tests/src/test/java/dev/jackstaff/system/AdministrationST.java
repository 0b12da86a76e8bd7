package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The administration of hub's and edge's servers is closed: they listen where the documentation says, and nowhere else. */
@UsesSharedStack
class AdministrationST {
    private static final int RMI_ACKNOWLEDGED = 0x4e;
    private static final int LIMIT_MILLIS = 3_000;

    private static final List<String> PATHS = List.of(
            "/management/domain",
            "/management/domain.json",
            "/monitoring/domain",
            "/command/domain/version",
            "/__asadmin/version",
            "/asadmin",
            "/login.jsf",
            "/common/index.jsf",
            "/admin-console",
            "/metrics/base");

    private final StackUnderTest installation;

    AdministrationST(StackUnderTest installation) {
        this.installation = installation;
    }

    @Test
    void theServersListenAtTheirDocumentedPortsOnly() throws IOException {
        assertThat(listening("hub")).isEqualTo(loopback("JACKSTAFF_HUB_PORT", "JACKSTAFF_HUB_GRID_PORT"));
        assertThat(listening("edge")).isEqualTo(loopback("JACKSTAFF_EDGE_PORT", "JACKSTAFF_EDGE_GRID_PORT"));
    }

    @Test
    void noPortAnswersAsTheAdministrationDoes() {
        String secret = installation.state().at("/secrets/asadmin").asText();
        assertThat(secret).isNotEmpty();
        for (String url : List.of(
                installation.quickstart().hubUrl(), installation.quickstart().edgeUrl())) {
            for (String path : PATHS) {
                for (Map<String, String> headers : List.of(Map.<String, String>of(), password(""), password(secret))) {
                    RawHttp.Answer answer = RawHttp.send(url, "GET", path, headers, new byte[0]);

                    assertThat(answer.status())
                            .describedAs("%s%s %s", url, path, headers.keySet())
                            .isIn(401, 404);
                    assertThat(answer.body()).doesNotContain("Payara", "GlassFish", "exit_code", "j_security_check");
                    assertThat(answer.header("www-authenticate")).doesNotContain("Basic");
                }
            }
        }
    }

    @Test
    void noPortIsARegistryOfRemoteObjects() throws IOException {
        for (String url : List.of(
                installation.quickstart().hubUrl(), installation.quickstart().edgeUrl())) {
            assertThat(answerToRmi(URI.create(url).getPort())).isNotEqualTo(RMI_ACKNOWLEDGED);
        }
        for (String port : List.of("JACKSTAFF_HUB_GRID_PORT", "JACKSTAFF_EDGE_GRID_PORT")) {
            assertThat(answerToRmi(Integer.parseInt(installation.environment(port))))
                    .isNotEqualTo(RMI_ACKNOWLEDGED);
        }
    }

    /** The first byte of the answer to RMI's greeting, -1 without one. */
    private static int answerToRmi(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(new byte[] {'J', 'R', 'M', 'I', 0, 2, 0x4b});
            return socket.getInputStream().read();
        } catch (SocketException | SocketTimeoutException silent) {
            return -1;
        }
    }

    private static Map<String, String> password(String secret) {
        String user = Base64.getEncoder().encodeToString(("admin:" + secret).getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", "Basic " + user, "X-Requested-By", "test", "Accept", "application/json");
    }

    private Set<String> listening(String role) throws IOException {
        return ListeningPorts.of(installation.process(role).pid());
    }

    private Set<String> loopback(String... ports) {
        return Stream.of(ports)
                .map(port -> "127.0.0.1:" + installation.environment(port))
                .collect(Collectors.toSet());
    }
}
