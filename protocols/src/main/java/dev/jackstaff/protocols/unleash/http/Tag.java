package dev.jackstaff.protocols.unleash.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A strong entity tag in the making: the same on every edge for the same scope and content. */
final class Tag {
    private static final int BYTES = 18;

    private final MessageDigest digest = sha256();

    /** Begins with what a document belongs to, so that equal documents of two scopes have different tags. */
    Tag(String scope) {
        digest.update(scope.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    Tag with(byte[] content) {
        digest.update(content);
        return this;
    }

    /** The tag, quoted. */
    String quoted() {
        return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest.digest(), BYTES)) + '"';
    }

    static byte[] hash(byte[] content) {
        return Arrays.copyOf(sha256().digest(content), BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
