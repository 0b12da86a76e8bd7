package dev.jackstaff.domain.oidc.boundary;

import java.net.URI;
import java.time.Duration;

/**
 * A sign-in that has begun.
 *
 * @param address where the browser is sent
 * @param browser the secret that the browser brings back in a cookie
 * @param lifetime the time within which it has to
 */
public record StartedSignIn(URI address, String browser, Duration lifetime) {
    @Override
    public String toString() {
        return "StartedSignIn[]";
    }
}
