package dev.jackstaff.protocols;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where clients put their key: a key is accepted wherever any of the protocols has it. */
public final class PresentedKey {
    private static final String BEARER = "Bearer ";

    private PresentedKey() {}

    /**
     * The key of a request: {@code X-API-Key}, {@code X-Environment-Key}, or {@code Authorization}, raw or as a bearer token.
     *
     * @param headers a request's headers: the value by name, null where there is none
     * @return null where the request has no key
     */
    public static @Nullable String in(Function<String, @Nullable String> headers) {
        for (String name : new String[] {"X-API-Key", "X-Environment-Key"}) {
            String key = headers.apply(name);
            if (key != null && !key.isBlank()) {
                return key.strip();
            }
        }
        String authorization = headers.apply("Authorization");
        if (authorization == null || authorization.isBlank()) {
            return null;
        }
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : authorization.strip();
    }
}
