package dev.jackstaff.api.http;

/** A body with a secret, which is told once and not stored. */
public interface SecretAnswer {
    /** The body without the secret. */
    Record withoutSecret();
}
