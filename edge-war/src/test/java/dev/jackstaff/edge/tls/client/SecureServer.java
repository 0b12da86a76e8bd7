package dev.jackstaff.edge.tls.client;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.jackstaff.edge.pem.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** A real HTTPS server on loopback that demands a client certificate, and answers 204. */
public final class SecureServer implements AutoCloseable {
    private static final char[] PASSWORD = TestCertificates.PASSWORD.toCharArray();

    private final HttpsServer server;

    private SecureServer(HttpsServer server) {
        this.server = server;
    }

    /**
     * A started server.
     *
     * @param own the name of its certificate
     * @param clients the names of the client certificates that it accepts
     */
    public static SecureServer start(TestCertificates certificates, String own, List<String> clients)
            throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new ClientAuthConfigurator(context(certificates, own, clients)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return new SecureServer(server);
    }

    public URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static SSLContext context(TestCertificates certificates, String own, List<String> clients)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificates.keyStore(own), PASSWORD);
        KeyStore trustStore = KeyStore.getInstance("PKCS12");
        trustStore.load(null, null);
        for (String client : clients) {
            trustStore.setCertificateEntry(client, certificates.keyStore(client).getCertificate(client));
        }
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trustStore);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
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
