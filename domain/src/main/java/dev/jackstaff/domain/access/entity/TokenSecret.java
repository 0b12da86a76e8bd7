package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.engine.Sha256;

/** The secret of an access token: {@code jks_personal_} or {@code jks_service_}, and 256 random bits. */
public record TokenSecret(String text) {
    private static final String PERSONAL = "jks_personal_";
    private static final String SERVICE = "jks_service_";
    private static final int SHOWN_CHARACTERS = 6;

    public static TokenSecret generate(GrantSubject.Kind owner) {
        return new TokenSecret((owner == GrantSubject.Kind.USER ? PERSONAL : SERVICE) + RandomSecret.text());
    }

    /** Whether a credential has the form of one. */
    public static boolean isOne(String credential) {
        return credential.startsWith(PERSONAL) || credential.startsWith(SERVICE);
    }

    /** The visible beginning, to tell tokens apart. */
    public String prefix() {
        return text.substring(0, (text.startsWith(PERSONAL) ? PERSONAL : SERVICE).length() + SHOWN_CHARACTERS);
    }

    public String hash() {
        return hash(text);
    }

    /** SHA-256 of a secret's UTF-8 bytes, 64 lower-case hexadecimal digits. */
    public static String hash(String secret) {
        return Sha256.hex(secret);
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
