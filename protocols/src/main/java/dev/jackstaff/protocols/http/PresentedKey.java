package dev.jackstaff.protocols.http;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The key that a request presents, in any header that one of the protocols uses. */
public final class PresentedKey {
    private static final String BEARER = "Bearer ";
    private static final String AUTHORIZATION = "Authorization";

    /** The additional key header of this installation; null if absent. */
    private static final @Nullable String CONFIGURED_HEADER =
            EdgeSettings.configured().text(ProtocolSetting.KEY_HEADER).orElse(null);

    private static final List<String> PROTOCOL_HEADERS = InstalledProtocols.headers(Protocol::keyHeaders);

    private PresentedKey() {}

    /**
     * The key of a request: in the installation's own header if it has one, in one of the protocols' headers in
     * alphabetical order, or in {@code Authorization}; in the first and the last raw or as a bearer token.
     *
     * @param headers a request's headers: the value by name, null if absent
     * @return null if the request has no key
     */
    public static @Nullable String in(Function<String, @Nullable String> headers) {
        return in(headers, CONFIGURED_HEADER);
    }

    /** The key of a request when the installation has the given key header, or none (null). */
    static @Nullable String in(Function<String, @Nullable String> headers, @Nullable String own) {
        String key = own == null ? null : bare(headers.apply(own));
        if (key != null) {
            return key;
        }
        for (int i = 0; i < PROTOCOL_HEADERS.size(); i++) {
            key = headers.apply(PROTOCOL_HEADERS.get(i));
            if (key != null && !key.isBlank()) {
                return key.strip();
            }
        }
        return bare(headers.apply(AUTHORIZATION));
    }

    private static @Nullable String bare(@Nullable String credentials) {
        if (credentials == null || credentials.isBlank()) {
            return null;
        }
        return credentials.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? credentials.substring(BEARER.length()).strip()
                : credentials.strip();
    }
}
