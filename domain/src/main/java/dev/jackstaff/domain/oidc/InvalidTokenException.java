package dev.jackstaff.domain.oidc;

/** A token of an identity provider is not what it has to be. The message says why, without any part of the token. */
public final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidTokenException(String reason) {
        super(reason);
    }

    /** The reason, as a clause. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
