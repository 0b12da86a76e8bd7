package dev.jackstaff.edge.tls;

import dev.jackstaff.edge.pem.PemFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two files that an identity is in. They need not be replaced at once, nor whole: what they hold counts when it has stayed
 * the same from one look to the next.
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

        ServerCertificate toServerCertificate() {
            return ServerCertificate.of(certificate, key);
        }
    }

    CertificateFiles(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
        this.lastChecked = FileContents.of(certificate, key);
    }

    /**
     * Who they say.
     *
     * @throws IllegalArgumentException where that is of no use
     */
    ServerCertificate current() {
        return lastChecked.toServerCertificate();
    }

    /**
     * Who they say now, where they were replaced since the last time; each replacement is told of once.
     *
     * @throws IllegalArgumentException where what they were replaced with is of no use
     */
    Optional<ServerCertificate> pollReplacement() {
        FileContents now = FileContents.of(certificate, key);
        boolean settled = now.equals(lastSeen);
        lastSeen = now;
        if (!settled || now.equals(lastChecked)) {
            return Optional.empty();
        }
        lastChecked = now;
        return Optional.of(now.toServerCertificate());
    }
}
