package dev.jackstaff.edge.tls.client;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The files for TLS to a server.
 *
 * @param names the settings that name them, for errors
 * @param trust the certificates that the server may present
 * @param certificate the edge's own certificate; empty if it presents none
 */
record ClientTlsFiles(TlsSettings names, ServerTrust trust, Optional<ClientCertificate> certificate) {
    /**
     * The configured files.
     *
     * @throws IllegalArgumentException if the settings contradict each other
     */
    static ClientTlsFiles of(TlsSettings names, EdgeSettings settings) {
        return new ClientTlsFiles(names, ServerTrust.of(names, settings), certificate(names, settings));
    }

    private static Optional<ClientCertificate> certificate(TlsSettings names, EdgeSettings settings) {
        Optional<Path> certificate = settings.text(names.certificate()).map(Path::of);
        Optional<Path> key = settings.text(names.key()).map(Path::of);
        Optional<Path> keyStore = settings.text(names.keyStore()).map(Path::of);
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException(
                    names.certificate().property() + " and " + names.key().property() + " must be set both or neither");
        }
        if (certificate.isPresent() && keyStore.isPresent()) {
            throw new IllegalArgumentException(
                    names.certificate().property() + " and " + names.keyStore().property() + " must not be set both");
        }
        String password = settings.text(names.keyStorePassword()).orElse("");
        return keyStore.<ClientCertificate>map(file -> new ClientCertificate.KeyStoreFile(file, password))
                .or(() ->
                        certificate.flatMap(file -> key.map(keyFile -> new ClientCertificate.PemPair(file, keyFile))));
    }

    /** The modification times of the files. */
    List<FileTime> lastModified() {
        return Stream.concat(trust.files().stream(), certificate.stream().flatMap(own -> own.files().stream()))
                .map(ClientTlsFiles::lastModifiedOf)
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
     * The SSL context for the files' present content; empty when there are none.
     *
     * @throws IllegalArgumentException if a file is invalid; the message names its setting
     */
    Optional<SSLContext> createContext() {
        if (trust.isDefault() && certificate.isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trust.trustManagers(), null);
            return Optional.of(context);
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalArgumentException("TLS to " + names.server() + " cannot be used", unavailable);
        }
    }

    private KeyManager @Nullable [] keyManagers() {
        if (certificate.isEmpty()) {
            return null;
        }
        try {
            return certificate.get().keyManagers();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException invalid) {
            throw unusable(certificate.get().setting(names), invalid);
        }
    }

    static IllegalArgumentException unusable(EdgeSetting setting, Exception reason) {
        return new IllegalArgumentException(setting.property() + " cannot be used: " + reason.getMessage(), reason);
    }
}
