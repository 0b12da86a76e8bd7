package dev.jackstaff.edge.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.jackstaff.edge.pem.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that requires client certificates, and edges with the right one, another, or none. */
class UpstreamTlsFilesTest {
    private static final char[] PASSWORD = TestCertificates.PASSWORD.toCharArray();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // started first
    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        certificates().create("upstream", "RSA");
        certificates().create("edge", "RSA");
        certificates().create("elliptic", "EC");
        certificates().create("stranger", "RSA");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new ClientAuthConfigurator(context()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge", "elliptic"})
    void bothSidesKnowEachOther(String name) throws IOException, InterruptedException {
        assertThat(source(tls("upstream", name)).fetchSnapshot("demo/production", null))
                .isNull();
    }

    @Test
    void anEdgeWithoutTheRightCertificateIsNotLetIn() {
        SyncClient none =
                source(new UpstreamTlsFiles(Optional.of(certificate("upstream")), Optional.empty(), Optional.empty()));
        SyncClient wrongCertificate = source(tls("upstream", "stranger"));

        assertThatThrownBy(() -> none.fetchSnapshot("demo/production", null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> wrongCertificate.fetchSnapshot("demo/production", null))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anUpstreamThatNobodyVouchesForIsNotBelieved() {
        SyncClient wrongAuthority = source(tls("stranger", "edge"));
        SyncClient defaultAuthorities = source(
                new UpstreamTlsFiles(Optional.empty(), Optional.of(certificate("edge")), Optional.of(key("edge"))));

        assertThatThrownBy(() -> wrongAuthority.fetchSnapshot("demo/production", null))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> defaultAuthorities.fetchSnapshot("demo/production", null))
                .isInstanceOf(IOException.class);
    }

    @Test
    void certificatesThatAreReplacedCountFromTheNextConnectionOn() throws IOException, InterruptedException {
        Path authority = Files.copy(certificate("stranger"), directory.resolve("replaced.pem"));
        SyncClient source = source(new UpstreamTlsFiles(
                Optional.of(authority), Optional.of(certificate("edge")), Optional.of(key("edge"))));
        assertThatThrownBy(() -> source.fetchSnapshot("demo/production", null)).isInstanceOf(IOException.class);

        Files.copy(certificate("upstream"), authority, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(authority, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(source.fetchSnapshot("demo/production", null)).isNull();

        Files.writeString(authority, "torn");
        Files.setLastModifiedTime(authority, FileTime.from(Instant.now().plusSeconds(10)));
        assertThat(source.fetchSnapshot("demo/production", null)).isNull();
    }

    @Test
    void whatCannotBeUsedIsRefusedAtOnce() throws IOException {
        Path oldKeyFile = Files.writeString(
                directory.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n");
        UpstreamTlsFiles oldKey =
                new UpstreamTlsFiles(Optional.empty(), Optional.of(certificate("edge")), Optional.of(oldKeyFile));
        UpstreamTlsFiles absent =
                new UpstreamTlsFiles(Optional.of(directory.resolve("absent.pem")), Optional.empty(), Optional.empty());

        assertThatIllegalArgumentException().isThrownBy(oldKey::sslContext).withMessageContaining("openssl pkcs8");
        assertThatIllegalArgumentException().isThrownBy(absent::sslContext).withMessageContaining("absent.pem");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpstreamTlsFiles(Optional.empty(), Optional.of(oldKeyFile), Optional.empty()))
                .withMessageContaining("client-key");
    }

    private static SyncClient source(UpstreamTlsFiles tls) {
        ReloadingHttpClient connector = new ReloadingHttpClient(tls);
        return new SyncClient(
                "https://127.0.0.1:" + server.getAddress().getPort(), "jks_edge_of-the-test", connector::current);
    }

    private static UpstreamTlsFiles tls(String authority, String edge) {
        return new UpstreamTlsFiles(
                Optional.of(certificate(authority)), Optional.of(certificate(edge)), Optional.of(key(edge)));
    }

    private static Path certificate(String name) {
        return certificates().certificate(name);
    }

    private static Path key(String name) {
        return certificates().key(name);
    }

    private static TestCertificates certificates() {
        return new TestCertificates(directory);
    }

    private static KeyStore store(String name) throws IOException, GeneralSecurityException {
        return certificates().keyStore(name);
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("upstream"), PASSWORD);
        KeyStore trustStore = KeyStore.getInstance("PKCS12");
        trustStore.load(null, null);
        for (String edge : new String[] {"edge", "elliptic"}) {
            trustStore.setCertificateEntry(edge, store(edge).getCertificate(edge));
        }
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trustStore);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    /** The configurator that requires a certificate of each client. */
    private static final class ClientAuthConfigurator extends HttpsConfigurator {
        ClientAuthConfigurator(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters clientAuthRequired = getSSLContext().getDefaultSSLParameters();
            clientAuthRequired.setNeedClientAuth(true);
            parameters.setSSLParameters(clientAuthRequired);
        }
    }
}
