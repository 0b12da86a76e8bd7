package dev.jackstaff.cli.client;

import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificate authorities in a PEM file, which may also hold other things, such as a key. */
record TrustedAuthorities(Path file) {
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    /**
     * TLS with a server that one of them vouches for.
     *
     * @throws CommandFailedException if the file has no certificate
     */
    SSLContext sslContext() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int count = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(certificates().getBytes(StandardCharsets.US_ASCII)))) {
                store.setCertificateEntry("authority-" + count++, authority);
            }
            if (count == 0) {
                throw new CommandFailedException("There is no certificate in " + file + ".");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new CommandFailedException(
                    "The file " + file + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private String certificates() throws IOException {
        return CERTIFICATE
                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                .results()
                .map(block -> block.group())
                .collect(Collectors.joining("\n"));
    }
}
