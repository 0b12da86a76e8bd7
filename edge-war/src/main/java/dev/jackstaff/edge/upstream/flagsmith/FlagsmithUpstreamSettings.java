package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.protocols.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.time.Duration;
import java.util.List;

/**
 * How to follow a Flagsmith API.
 *
 * @param url with {@code /api/v1}
 * @param pollInterval between two looks at a document
 * @param requestTimeout how long an answer may take
 */
record FlagsmithUpstreamSettings(
        String url, List<FlagsmithKeyPair> keyPairs, Duration pollInterval, Duration requestTimeout) {
    private static final String DEFAULT_URL = "https://edge.api.flagsmith.com/api/v1";

    /**
     * What the settings say.
     *
     * @throws IllegalArgumentException where they lack the keys, or cannot be read
     */
    static FlagsmithUpstreamSettings of(EdgeSettings settings) {
        List<FlagsmithKeyPair> keys = settings.text(EdgeSetting.UPSTREAM_KEYS)
                .map(FlagsmithKeyPair::parseList)
                .orElseThrow(() -> new IllegalArgumentException(EdgeSetting.UPSTREAM_KEYS.property()
                        + " is needed: pairs of a server-side and a client-side key, SERVER:CLIENT,..."));
        return new FlagsmithUpstreamSettings(
                settings.text(EdgeSetting.UPSTREAM_URL).orElse(DEFAULT_URL).replaceAll("/+$", ""),
                keys,
                settings.seconds(EdgeSetting.UPSTREAM_INTERVAL, Duration.ofSeconds(10)),
                settings.seconds(EdgeSetting.UPSTREAM_TIMEOUT, Duration.ofSeconds(5)));
    }
}
