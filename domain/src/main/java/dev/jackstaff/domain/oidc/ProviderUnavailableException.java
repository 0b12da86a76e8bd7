package dev.jackstaff.domain.oidc;

/** An identity provider does not answer, or answers what cannot be used. */
public final class ProviderUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public ProviderUnavailableException(String reason) {
        super(reason);
    }

    public ProviderUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
