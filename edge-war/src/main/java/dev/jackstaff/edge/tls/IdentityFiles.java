package dev.jackstaff.edge.tls;

import dev.jackstaff.edge.pem.Pem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two files that an identity is in. They need not be replaced at once, nor whole: what they hold counts when it has stayed
 * the same from one look to the next.
 */
final class IdentityFiles {
    private final Path certificate;
    private final Path key;
    private Content judged;
    private @Nullable Content seen;

    private record Content(Pem certificate, Pem key) {
        static Content of(Path certificate, Path key) {
            try {
                return new Content(Pem.read(certificate), Pem.read(key));
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("a file cannot be read: " + unreadable, unreadable);
            }
        }

        Identity identity() {
            return Identity.of(certificate, key);
        }
    }

    IdentityFiles(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
        this.judged = Content.of(certificate, key);
    }

    /**
     * Who they say.
     *
     * @throws IllegalArgumentException where that is of no use
     */
    Identity identity() {
        return judged.identity();
    }

    /**
     * Who they say now, where they were replaced since the last time; each replacement is told of once.
     *
     * @throws IllegalArgumentException where what they were replaced with is of no use
     */
    Optional<Identity> look() {
        Content now = Content.of(certificate, key);
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(judged)) {
            return Optional.empty();
        }
        judged = now;
        return Optional.of(now.identity());
    }
}
