package dev.jackstaff.domain.oidc;

/**
 * The wish of somebody to sign in at a provider.
 *
 * @param provider the provider's name
 * @param redirectUri where the provider sends the browser back to
 * @param target the page that was asked for
 * @param source the IP address that the request comes from
 */
public record SignInRequest(String provider, String redirectUri, String target, String source) {}
