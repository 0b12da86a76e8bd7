package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.edge.upstream.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How to follow a Flagsmith API.
 *
 * @param url with {@code /api/v1}
 * @param interval between two looks at a document
 * @param limit how long an answer may take
 */
record FlagsmithSettings(String url, List<KeyPair> keys, Duration interval, Duration limit) {
    private static final String PREFIX = "jackstaff.edge.upstream.";
    private static final String USUAL_URL = "https://edge.api.flagsmith.com/api/v1";

    /**
     * What the settings say.
     *
     * @throws IllegalArgumentException where they lack the keys, or cannot be read
     */
    static FlagsmithSettings of(Settings settings) {
        List<KeyPair> keys = settings.text(PREFIX + "keys", "ENVIRONMENT_KEY_PAIRS", "environment_key_pairs")
                .map(KeyPair::in)
                .orElseThrow(() -> new IllegalArgumentException(
                        PREFIX + "keys is needed: pairs of a server-side and a client-side key, SERVER:CLIENT,..."));
        return new FlagsmithSettings(
                settings.text(PREFIX + "url", "API_URL", "api_url")
                        .orElse(USUAL_URL)
                        .replaceAll("/+$", ""),
                keys,
                settings.seconds(
                        Duration.ofSeconds(10),
                        PREFIX + "interval",
                        "API_POLL_FREQUENCY_SECONDS",
                        "API_POLL_FREQUENCY",
                        "api_poll_frequency_seconds"),
                settings.seconds(
                        Duration.ofSeconds(5),
                        PREFIX + "timeout",
                        "API_POLL_TIMEOUT_SECONDS",
                        "API_POLL_TIMEOUT",
                        "api_poll_timeout_seconds"));
    }
}
