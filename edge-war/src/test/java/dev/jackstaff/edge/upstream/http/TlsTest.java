package dev.jackstaff.edge.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.jackstaff.edge.pem.Certificates;
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

/** A server that asks for certificates, and edges that have one, or have another, or none. */
class TlsTest {
    private static final char[] PASSWORD = Certificates.PASSWORD.toCharArray();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private static Path place;

    @SuppressWarnings("NullAway.Init") // started first
    private static HttpsServer server;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        certificates().make("upstream", "RSA");
        certificates().make("edge", "RSA");
        certificates().make("elliptic", "EC");
        certificates().make("stranger", "RSA");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new Demanding(context()));
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
        assertThat(source(tls("upstream", name)).snapshot("demo/production", null))
                .isNull();
    }

    @Test
    void anEdgeWithoutTheRightCertificateIsNotLetIn() {
        Source none = source(new Tls(Optional.of(certificate("upstream")), Optional.empty(), Optional.empty()));
        Source wrong = source(tls("upstream", "stranger"));

        assertThatThrownBy(() -> none.snapshot("demo/production", null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> wrong.snapshot("demo/production", null)).isInstanceOf(IOException.class);
    }

    @Test
    void anUpstreamThatNobodyVouchesForIsNotBelieved() {
        Source others = source(tls("stranger", "edge"));
        Source javas = source(new Tls(Optional.empty(), Optional.of(certificate("edge")), Optional.of(key("edge"))));

        assertThatThrownBy(() -> others.snapshot("demo/production", null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> javas.snapshot("demo/production", null)).isInstanceOf(IOException.class);
    }

    @Test
    void certificatesThatAreReplacedCountFromTheNextConnectionOn() throws IOException, InterruptedException {
        Path authority = Files.copy(certificate("stranger"), place.resolve("replaced.pem"));
        Source source =
                source(new Tls(Optional.of(authority), Optional.of(certificate("edge")), Optional.of(key("edge"))));
        assertThatThrownBy(() -> source.snapshot("demo/production", null)).isInstanceOf(IOException.class);

        Files.copy(certificate("upstream"), authority, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(authority, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(source.snapshot("demo/production", null)).isNull();

        Files.writeString(authority, "torn");
        Files.setLastModifiedTime(authority, FileTime.from(Instant.now().plusSeconds(10)));
        assertThat(source.snapshot("demo/production", null)).isNull();
    }

    @Test
    void whatCannotBeUsedIsRefusedAtOnce() throws IOException {
        Path old = Files.writeString(
                place.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n");
        Tls oldKey = new Tls(Optional.empty(), Optional.of(certificate("edge")), Optional.of(old));
        Tls absent = new Tls(Optional.of(place.resolve("absent.pem")), Optional.empty(), Optional.empty());

        assertThatIllegalArgumentException().isThrownBy(oldKey::context).withMessageContaining("openssl pkcs8");
        assertThatIllegalArgumentException().isThrownBy(absent::context).withMessageContaining("absent.pem");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tls(Optional.empty(), Optional.of(old), Optional.empty()))
                .withMessageContaining("client-key");
    }

    private static Source source(Tls tls) {
        Connector connector = new Connector(tls);
        return new Source(
                "https://127.0.0.1:" + server.getAddress().getPort(), "jks_edge_of-the-test", connector::client);
    }

    private static Tls tls(String authority, String edge) {
        return new Tls(Optional.of(certificate(authority)), Optional.of(certificate(edge)), Optional.of(key(edge)));
    }

    private static Path certificate(String name) {
        return certificates().certificate(name);
    }

    private static Path key(String name) {
        return certificates().key(name);
    }

    private static Certificates certificates() {
        return new Certificates(place);
    }

    private static KeyStore store(String name) throws IOException, GeneralSecurityException {
        return certificates().store(name);
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store("upstream"), PASSWORD);
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        for (String edge : new String[] {"edge", "elliptic"}) {
            known.setCertificateEntry(edge, store(edge).getCertificate(edge));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Demands a certificate of each client. */
    private static final class Demanding extends HttpsConfigurator {
        Demanding(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters demanding = getSSLContext().getDefaultSSLParameters();
            demanding.setNeedClientAuth(true);
            parameters.setSSLParameters(demanding);
        }
    }
}
