package dev.jackstaff.api.access;

import dev.jackstaff.protocols.http.PresentedKey;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The credential of a request: an API key in any header the protocols use, or a token. */
final class RequestCredential {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private RequestCredential() {}

    static Optional<String> find(Function<String, @Nullable String> headers) {
        return Optional.ofNullable(PresentedKey.in(headers));
    }

    /** Whether a credential has the syntax of a token: three parts in base64url. */
    static boolean isJwt(String credential) {
        return TOKEN.matcher(credential).matches();
    }
}
