package dev.jackstaff.api.access;

import dev.jackstaff.protocols.http.PresentedKey;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The credential of a request: an API key in any header the protocols use, or a token. */
final class RequestCredential {
    private static final String BEARER = "Bearer ";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private RequestCredential() {}

    static Optional<String> find(Function<String, @Nullable String> headers) {
        return Optional.ofNullable(PresentedKey.in(headers));
    }

    /**
     * The token in the header {@code Authorization}, as a bearer. Tokens are taken from nowhere else.
     *
     * @param authorization the value of the header; null if absent
     */
    static Optional<String> bearerToken(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(RequestCredential::isJwt);
    }

    /** Whether a credential has the syntax of a token: three parts in base64url. */
    static boolean isJwt(String credential) {
        return TOKEN.matcher(credential).matches();
    }
}
