package dev.jackstaff.edge.tls.client;

import dev.jackstaff.edge.pem.PemFile;
import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The trust in the certificate of a server.
 *
 * @param authorities the file of the authorities that alone are trusted; Java's own if there is none
 * @param additions the file of further authorities
 * @param unverified whether any certificate is accepted
 */
record ServerTrust(Optional<TrustFile> authorities, Optional<TrustFile> additions, boolean unverified) {
    /** A file of certificates, and the setting that names it. */
    record TrustFile(EdgeSetting setting, Path file) {
        static Optional<TrustFile> of(EdgeSetting setting, EdgeSettings settings) {
            return settings.text(setting).map(file -> new TrustFile(setting, Path.of(file)));
        }

        List<? extends Certificate> certificates() {
            try {
                return PemFile.read(file).certificates();
            } catch (IOException | GeneralSecurityException invalid) {
                throw ClientTlsFiles.unusable(setting, invalid);
            }
        }
    }

    /** The configured trust; the files are not read yet. */
    static ServerTrust of(TlsSettings names, EdgeSettings settings) {
        return new ServerTrust(
                TrustFile.of(names.caFile(), settings),
                names.additionalCaFile().flatMap(setting -> TrustFile.of(setting, settings)),
                names.unverified().filter(settings::isOn).isPresent());
    }

    boolean isDefault() {
        return authorities.isEmpty() && additions.isEmpty() && !unverified;
    }

    List<Path> files() {
        return Stream.concat(authorities.stream(), additions.stream())
                .map(TrustFile::file)
                .toList();
    }

    /**
     * The trust managers for the files' present content; null for Java's own.
     *
     * @throws IllegalArgumentException if a file is invalid; the message names its setting
     */
    TrustManager @Nullable [] trustManagers() throws GeneralSecurityException {
        List<Certificate> trusted = new ArrayList<>();
        additions.ifPresent(file -> trusted.addAll(file.certificates()));
        authorities.ifPresent(file -> trusted.addAll(file.certificates()));
        if (unverified) {
            return new TrustManager[] {new UnverifiedTrust()};
        }
        if (trusted.isEmpty()) {
            return null;
        }
        if (authorities.isEmpty()) {
            trusted.addAll(javasAuthorities());
        }
        return trustManagers(trusted);
    }

    private static TrustManager[] trustManagers(List<Certificate> trusted) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
        int count = 0;
        for (Certificate authority : trusted) {
            store.setCertificateEntry("authority-" + count++, authority);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static List<Certificate> javasAuthorities() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.<Certificate>of(manager.getAcceptedIssuers()))
                .toList();
    }
}
