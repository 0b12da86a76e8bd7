package dev.jackstaff.domain.oidc;

/**
 * The answer of a provider, as the browser brings it (RFC 6749, section 4.1.2; RFC 9207). What is absent is empty.
 *
 * @param error the provider's own reason for a refusal, such as {@code access_denied}
 */
public record SignInResponse(String state, String code, String error, String issuer) {
    @Override
    public String toString() {
        return "SignInResponse[" + error + "]";
    }
}
