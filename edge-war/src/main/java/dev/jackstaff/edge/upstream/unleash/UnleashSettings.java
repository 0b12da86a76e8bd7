package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How to follow an Unleash server.
 *
 * @param url without {@code /api}
 * @param tokens those that are known from the start
 * @param dynamic whether a token that a client brings is asked about
 * @param interval between two looks at a document
 * @param revalidation between two looks at whether tokens still count
 * @param streaming whether to be told when there is something new, where the server offers that
 * @param tokenHeader where the server expects tokens
 * @param headers that every request has besides
 * @param limit how long an answer may take
 * @param instance how this process is called among those of its name
 */
record UnleashSettings(
        String url,
        List<String> tokens,
        boolean dynamic,
        Duration interval,
        Duration revalidation,
        boolean streaming,
        String tokenHeader,
        Map<String, String> headers,
        Duration connecting,
        Duration limit,
        String name,
        String instance) {
    private static final String PREFIX = "jackstaff.edge.upstream.";
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

    /**
     * What the settings say.
     *
     * @throws IllegalArgumentException where they lack the URL, or cannot be read; the message names the setting
     */
    static UnleashSettings of(Settings settings) {
        String url = settings.text(PREFIX + "url", "UPSTREAM_URL")
                .orElseThrow(() -> new IllegalArgumentException(
                        PREFIX + "url is needed: the address of the Unleash server, without /api"));
        return new UnleashSettings(
                base(url),
                settings.texts(PREFIX + "tokens", "TOKENS"),
                settings.flag(!settings.flag(false, "STRICT"), PREFIX + "dynamic", "DYNAMIC"),
                settings.seconds(Duration.ofSeconds(15), PREFIX + "interval", "FEATURES_REFRESH_INTERVAL_SECONDS"),
                settings.seconds(Duration.ofHours(1), PREFIX + "revalidation", "TOKEN_REVALIDATION_INTERVAL_SECONDS"),
                settings.flag(true, PREFIX + "streaming", "STREAMING"),
                settings.text(PREFIX + "token-header", "UPSTREAM_AUTH_HEADER", "TOKEN_HEADER")
                        .orElse("Authorization"),
                headers(settings.texts(PREFIX + "headers", "CUSTOM_CLIENT_HEADERS")),
                settings.seconds(USUAL_LIMIT, PREFIX + "connect-timeout", "UPSTREAM_SOCKET_TIMEOUT"),
                settings.seconds(USUAL_LIMIT, PREFIX + "timeout", "UPSTREAM_REQUEST_TIMEOUT"),
                settings.text("jackstaff.edge.instance.name", "APP_NAME").orElse("jackstaff-edge"),
                settings.text("jackstaff.edge.instance.id", "INSTANCE_ID")
                        .orElseGet(() -> UUID.randomUUID().toString()));
    }

    private static String base(String url) {
        String base = url.replaceAll("/+$", "");
        return base.endsWith("/api") ? base.substring(0, base.length() - "/api".length()) : base;
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int begin = line.indexOf(line.indexOf(':') < 0 ? '=' : ':');
            if (begin < 1) {
                throw new IllegalArgumentException(PREFIX + "headers are Name: value, and so on");
            }
            headers.put(
                    line.substring(0, begin).strip(), line.substring(begin + 1).strip());
        }
        return headers;
    }
}
