package dev.jackstaff.edge.upstream.flagsmith;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.time.Duration;
import java.util.List;

/**
 * The settings of a Flagsmith upstream.
 *
 * @param url with {@code /api/v1}
 * @param pollInterval the time between two requests for a document
 * @param requestTimeout the time limit of an answer
 */
record FlagsmithUpstreamSettings(
        String url, List<FlagsmithKeyPair> keyPairs, Duration pollInterval, Duration requestTimeout) {
    private static final String DEFAULT_URL = "https://edge.api.flagsmith.com/api/v1";

    /**
     * The configured Flagsmith upstream.
     *
     * @throws IllegalArgumentException if the keys are not set, or a setting is invalid
     */
    static FlagsmithUpstreamSettings of(EdgeSettings settings) {
        List<FlagsmithKeyPair> keys = settings.text(EdgeSetting.UPSTREAM_KEYS)
                .map(FlagsmithKeyPair::parseList)
                .filter(pairs -> !pairs.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(EdgeSetting.UPSTREAM_KEYS.property()
                        + " is required: pairs of a server-side and a client-side key, SERVER:CLIENT,..."));
        return new FlagsmithUpstreamSettings(
                settings.text(EdgeSetting.UPSTREAM_URL).orElse(DEFAULT_URL).replaceAll("/+$", ""),
                keys,
                settings.seconds(EdgeSetting.UPSTREAM_INTERVAL, Duration.ofSeconds(10)),
                settings.seconds(EdgeSetting.UPSTREAM_TIMEOUT, Duration.ofSeconds(5)));
    }
}
