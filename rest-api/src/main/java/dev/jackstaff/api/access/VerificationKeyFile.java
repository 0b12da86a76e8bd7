package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.boundary.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.util.Base64;
import org.eclipse.microprofile.config.Config;

/**
 * The file with the public key that verifies tokens, written at start where the container's MP-JWT reads it. It is not
 * configured as a value, because the configuration of an application is read and cached before its database is
 * available.
 */
@ApplicationScoped
public class VerificationKeyFile {
    private static final String LOCATION = "mp.jwt.verify.publickey.location";
    private static final int LINE = 64;

    @Inject
    SigningKeys keys;

    @Inject
    Config config;

    /** Writes the file, in place of an earlier one. */
    public void write() throws IOException {
        Path location = Path.of(URI.create(config.getValue(LOCATION, String.class)));
        Path fresh = Files.createTempFile(location.getParent(), "verification", ".pem");
        Files.writeString(fresh, pem(keys.current().publicKey()));
        Files.move(fresh, location, StandardCopyOption.REPLACE_EXISTING);
    }

    static String pem(PublicKey key) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }
}
