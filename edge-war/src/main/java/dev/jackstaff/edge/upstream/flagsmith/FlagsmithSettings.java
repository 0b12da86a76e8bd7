package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
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
    private static final String USUAL_URL = "https://edge.api.flagsmith.com/api/v1";

    /**
     * What the settings say.
     *
     * @throws IllegalArgumentException where they lack the keys, or cannot be read
     */
    static FlagsmithSettings of(EdgeSettings settings) {
        List<KeyPair> keys = settings.text(EdgeSetting.UPSTREAM_KEYS)
                .map(KeyPair::in)
                .orElseThrow(() -> new IllegalArgumentException(EdgeSetting.UPSTREAM_KEYS.property()
                        + " is needed: pairs of a server-side and a client-side key, SERVER:CLIENT,..."));
        return new FlagsmithSettings(
                settings.text(EdgeSetting.UPSTREAM_URL).orElse(USUAL_URL).replaceAll("/+$", ""),
                keys,
                settings.seconds(EdgeSetting.UPSTREAM_INTERVAL, Duration.ofSeconds(10)),
                settings.seconds(EdgeSetting.UPSTREAM_TIMEOUT, Duration.ofSeconds(5)));
    }
}
