package dev.jackstaff.edge.upstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.edge.pem.TestCertificates;
import dev.jackstaff.edge.tls.client.SecureServer;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that demands client certificates, and clients with the right one, another, or none. */
class UpstreamTlsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String CA_FILE = "jackstaff.edge.upstream.ca-file";
    private static final String CERTIFICATE = "jackstaff.edge.upstream.client-certificate";
    private static final String KEY = "jackstaff.edge.upstream.client-key";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // started first
    private static SecureServer server;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        certificates().create("upstream", "RSA");
        certificates().create("edge", "RSA");
        certificates().create("elliptic", "EC");
        certificates().create("stranger", "RSA");
        server = SecureServer.start(certificates(), "upstream", List.of("edge", "elliptic"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge", "elliptic"})
    void aCertificateInPemFilesIsPresented(String name) throws IOException, InterruptedException {
        assertThat(status(client(pem("upstream", name)))).isEqualTo(204);
    }

    @Test
    void theNamesOfUnleashEdgeAreAccepted() throws IOException, InterruptedException {
        assertThat(status(client(Map.of(
                        "UPSTREAM_CERTIFICATE_FILE", certificate("upstream"),
                        "PKCS8_CLIENT_CERTIFICATE_FILE", certificate("edge"),
                        "PKCS8_CLIENT_KEY_FILE", key("edge")))))
                .isEqualTo(204);
        assertThat(status(client(Map.of(
                        "UPSTREAM_CERTIFICATE_FILE", certificate("upstream"),
                        "PKCS12_IDENTITY_FILE",
                                certificates().keyStoreFile("edge").toString(),
                        "PKCS12_PASSPHRASE", TestCertificates.PASSWORD))))
                .isEqualTo(204);
    }

    @Test
    void furtherAuthoritiesAreTrustedBesideTheOthers() throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(pem("stranger", "edge"));
        assertThatThrownBy(() -> status(client(settings))).isInstanceOf(IOException.class);

        settings.put("UPSTREAM_CERTIFICATE_FILE", certificate("upstream"));

        assertThat(status(client(settings))).isEqualTo(204);
    }

    @Test
    void anyCertificateIsAcceptedIfThatIsSet() throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(pem("stranger", "edge"));

        settings.put("SKIP_SSL_VERIFICATION", "true");

        assertThat(status(client(settings))).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPSTREAM_CERTIFICATE_FILE", "PKCS12_IDENTITY_FILE", "jackstaff.edge.upstream.ca-file"})
    void aFileThatCannotBeReadEndsTheStart(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client(Map.of(name, "/nope.pem", "SKIP_SSL_VERIFICATION", "true")))
                .withMessageContaining("/nope.pem");
    }

    @Test
    void aKeyWithoutItsCertificateEndsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client(Map.of("PKCS8_CLIENT_KEY_FILE", "/nope.pem")))
                .withMessageContaining("must be set both or neither");
    }

    @Test
    void aClientWithoutAnAcceptedCertificateIsRefused() {
        UpstreamClient none = client(Map.of(CA_FILE, certificate("upstream")));
        UpstreamClient unknown = client(pem("upstream", "stranger"));

        assertThatThrownBy(() -> status(none)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> status(unknown)).isInstanceOf(IOException.class);
    }

    @Test
    void anUpstreamOfAnUnknownAuthorityIsNotTrusted() {
        UpstreamClient anotherAuthority = client(pem("stranger", "edge"));
        UpstreamClient defaultAuthorities = client(Map.of(CERTIFICATE, certificate("edge"), KEY, key("edge")));

        assertThatThrownBy(() -> status(anotherAuthority)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> status(defaultAuthorities)).isInstanceOf(IOException.class);
    }

    @Test
    void replacedAuthoritiesCountForTheNextRequest() throws IOException, InterruptedException {
        Path authorities = Files.copy(Path.of(certificate("stranger")), directory.resolve("authorities.pem"));
        Map<String, String> settings = new HashMap<>(pem("upstream", "edge"));
        settings.put(CA_FILE, authorities.toString());
        UpstreamClient client = client(settings);
        assertThatThrownBy(() -> status(client)).isInstanceOf(IOException.class);

        replace(authorities, certificate("upstream"), 5);
        assertThat(status(client)).isEqualTo(204);

        replace(authorities, certificate("stranger"), 10);
        assertThatThrownBy(() -> status(client)).isInstanceOf(IOException.class);
    }

    @Test
    void aClientCertificateIsReplacedWhenItsKeyFitsIt() throws IOException, InterruptedException {
        Path certificate = Files.copy(Path.of(certificate("edge")), directory.resolve("own.pem"));
        Path key = Files.copy(Path.of(key("edge")), directory.resolve("own-key.pem"));
        UpstreamClient client = client(
                Map.of(CA_FILE, certificate("upstream"), CERTIFICATE, certificate.toString(), KEY, key.toString()));
        assertThat(status(client)).isEqualTo(204);

        replace(certificate, certificate("stranger"), 5);
        assertThat(status(client)).describedAs("with the last good pair").isEqualTo(204);

        replace(key, key("stranger"), 5);
        assertThatThrownBy(() -> status(client)).isInstanceOf(IOException.class);
    }

    @Test
    void aTornReplacementLeavesTheLastGoodCertificate() throws IOException, InterruptedException {
        Path authorities = Files.copy(Path.of(certificate("upstream")), directory.resolve("torn.pem"));
        Map<String, String> settings = new HashMap<>(pem("upstream", "edge"));
        settings.put(CA_FILE, authorities.toString());
        UpstreamClient client = client(settings);

        Files.writeString(authorities, "torn");
        Files.setLastModifiedTime(authorities, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(status(client)).isEqualTo(204);
    }

    private static int status(UpstreamClient client) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.url()).GET(), TimeLimits.of(LIMIT))
                .status();
    }

    private static UpstreamClient client(Map<String, String> settings) {
        return new UpstreamClient(EdgeSettings.of(settings), LIMIT);
    }

    private static Map<String, String> pem(String authority, String own) {
        return Map.of(CA_FILE, certificate(authority), CERTIFICATE, certificate(own), KEY, key(own));
    }

    private static void replace(Path file, String replacement, int secondsLater) throws IOException {
        Files.copy(Path.of(replacement), file, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(secondsLater)));
    }

    private static String certificate(String name) {
        return certificates().certificate(name).toString();
    }

    private static String key(String name) {
        return certificates().key(name).toString();
    }

    private static TestCertificates certificates() {
        return new TestCertificates(directory);
    }
}
