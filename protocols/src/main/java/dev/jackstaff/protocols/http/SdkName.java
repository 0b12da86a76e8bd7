package dev.jackstaff.protocols.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The name and version of the SDK that sent a request, as a product of RFC 9110: {@code unleash-java-sdk/12.2.3}. SDKs say it
 * in a header of their own, as browsers let them change no other, or in {@code User-Agent}.
 */
public final class SdkName {
    /** The maximum length; a longer name is cut. */
    static final int MAX_LENGTH = 100;

    private static final String UNLEASH = "Unleash-SDK";
    private static final String FLAGSMITH = "Flagsmith-SDK-User-Agent";
    private static final String USER_AGENT = "User-Agent";

    /** How every browser's {@code User-Agent} begins, which names no SDK. */
    private static final String BROWSER = "Mozilla/";

    private SdkName() {}

    /**
     * The SDK that sent a request; empty if it does not say, or only names the browser it runs in.
     *
     * @param header the request's headers: the value by name, null if absent
     */
    public static String in(Function<String, @Nullable String> header) {
        String own = header.apply(UNLEASH);
        if (own == null) {
            own = header.apply(FLAGSMITH);
        }
        if (own != null) {
            return product(own);
        }
        String agent = header.apply(USER_AGENT);
        return agent == null || agent.startsWith(BROWSER) ? "" : product(agent);
    }

    /** The first product of a text: its printable characters up to a space, with a slash before the version. */
    private static String product(String text) {
        StringBuilder product = new StringBuilder();
        boolean versioned = false;
        for (int i = 0; i < text.length() && product.length() < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~') {
                break;
            }
            boolean separator = !versioned && !product.isEmpty() && (c == ':' || c == '@' || c == '/');
            versioned |= separator;
            product.append(separator ? '/' : c);
        }
        return product.toString();
    }
}
