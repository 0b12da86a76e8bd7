package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.pem.PemFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The PEM files for TLS to the upstream: trusted authorities, client certificate and client key.
 *
 * @param caFile the trusted certificate authorities; Java's own if it is empty
 * @param certificate the edge's own certificate, followed by its chain
 * @param key the key of the edge's own certificate, PKCS #8, not encrypted
 */
record UpstreamTlsFiles(Optional<Path> caFile, Optional<Path> certificate, Optional<Path> key) {
    private static final char[] NO_PASSWORD = {};

    UpstreamTlsFiles {
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("jackstaff.edge.upstream.client-certificate and"
                    + " jackstaff.edge.upstream.client-key must be set both or neither");
        }
    }

    /** The modification times of the files. */
    List<FileTime> lastModified() {
        return Stream.of(caFile, certificate, key)
                .flatMap(Optional::stream)
                .map(UpstreamTlsFiles::lastModifiedOf)
                .toList();
    }

    private static FileTime lastModifiedOf(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException absent) {
            return FileTime.fromMillis(0);
        }
    }

    /**
     * The SSL context for the files; empty when none is set.
     *
     * @throws IllegalArgumentException if a file is invalid
     */
    Optional<SSLContext> sslContext() {
        if (caFile.isEmpty() && certificate.isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trustManagers(), null);
            return Optional.of(context);
        } catch (GeneralSecurityException | IOException invalid) {
            throw new IllegalArgumentException(
                    "the certificates for the upstream cannot be used: " + invalid.getMessage(), invalid);
        }
    }

    private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException, IOException {
        if (caFile.isEmpty()) {
            return null;
        }
        KeyStore store = emptyKeyStore();
        int count = 0;
        for (Certificate authority : PemFile.read(caFile.get()).certificates()) {
            store.setCertificateEntry("authority-" + count++, authority);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException, IOException {
        if (certificate.isEmpty() || key.isEmpty()) {
            return null;
        }
        KeyStore store = emptyKeyStore();
        Certificate[] chain = PemFile.read(certificate.get()).certificates().toArray(Certificate[]::new);
        store.setKeyEntry("edge", PemFile.read(key.get()).privateKey(), NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyKeyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
