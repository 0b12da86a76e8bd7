package dev.jackstaff.edge.tls;

import dev.jackstaff.edge.pem.CertifiedKey;
import dev.jackstaff.edge.pem.PemFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The certificate file and the key file. A replacement counts when two consecutive checks read the same content, so the
 * files may be replaced one after the other.
 */
final class CertificateFiles {
    private final Path certificate;
    private final Path key;
    private FileContents lastChecked;
    private @Nullable FileContents lastSeen;

    private record FileContents(PemFile certificate, PemFile key) {
        static FileContents of(Path certificate, Path key) {
            try {
                return new FileContents(PemFile.read(certificate), PemFile.read(key));
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("a file cannot be read: " + unreadable, unreadable);
            }
        }

        CertifiedKey toCertifiedKey() {
            return CertifiedKey.of(certificate, key);
        }
    }

    CertificateFiles(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
        this.lastChecked = FileContents.of(certificate, key);
    }

    /**
     * The certificate that the files hold.
     *
     * @throws IllegalArgumentException if it is invalid
     */
    CertifiedKey current() {
        return lastChecked.toCertifiedKey();
    }

    /**
     * The certificate that replaced the last one; empty when the files are unchanged. Each replacement is returned
     * once.
     *
     * @throws IllegalArgumentException if the replacement is invalid
     */
    Optional<CertifiedKey> pollReplacement() {
        FileContents now = FileContents.of(certificate, key);
        boolean settled = now.equals(lastSeen);
        lastSeen = now;
        if (!settled || now.equals(lastChecked)) {
            return Optional.empty();
        }
        lastChecked = now;
        return Optional.of(now.toCertifiedKey());
    }
}
