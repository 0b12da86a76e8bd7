package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The settings of an Unleash upstream.
 *
 * @param url without {@code /api}
 * @param configuredTokens the tokens that are known from the start
 * @param validatesUnknownTokens whether tokens of clients are validated at the server
 * @param pollInterval the time between two requests for a document
 * @param revalidationInterval the time between two validations of the known tokens
 * @param usesStreaming whether the server's change stream is used, if it has one
 * @param tokenHeader the header in which the server expects tokens
 * @param headers additional headers of every request
 * @param requestTimeout the time limit of an answer
 * @param instanceId the id of this process among those of its application name
 */
record UnleashUpstreamSettings(
        String url,
        List<String> configuredTokens,
        boolean validatesUnknownTokens,
        Duration pollInterval,
        Duration revalidationInterval,
        boolean usesStreaming,
        String tokenHeader,
        Map<String, String> headers,
        Duration connectTimeout,
        Duration requestTimeout,
        String appName,
        String instanceId) {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /**
     * The configured Unleash upstream.
     *
     * @throws IllegalArgumentException if the URL is not set, or a setting is invalid; the message names the setting
     */
    static UnleashUpstreamSettings of(EdgeSettings settings) {
        String url = settings.text(EdgeSetting.UPSTREAM_URL)
                .orElseThrow(() -> new IllegalArgumentException(EdgeSetting.UPSTREAM_URL.property()
                        + " is required: the address of the Unleash server, without /api"));
        return new UnleashUpstreamSettings(
                baseUrl(url),
                settings.list(EdgeSetting.UPSTREAM_TOKENS).orElse(List.of()),
                settings.isOn(EdgeSetting.UPSTREAM_DYNAMIC, true),
                settings.seconds(EdgeSetting.UPSTREAM_INTERVAL, Duration.ofSeconds(10)),
                settings.seconds(EdgeSetting.UPSTREAM_REVALIDATION, Duration.ofHours(1)),
                settings.isOn(EdgeSetting.UPSTREAM_STREAMING, true),
                settings.text(EdgeSetting.UPSTREAM_TOKEN_HEADER).orElse("Authorization"),
                headers(settings.list(EdgeSetting.UPSTREAM_HEADERS).orElse(List.of())),
                settings.seconds(EdgeSetting.UPSTREAM_CONNECT_TIMEOUT, DEFAULT_TIMEOUT),
                settings.seconds(EdgeSetting.UPSTREAM_TIMEOUT, DEFAULT_TIMEOUT),
                settings.text(ProtocolSetting.INSTANCE_NAME).orElse("jackstaff-edge"),
                settings.text(ProtocolSetting.INSTANCE_ID)
                        .orElseGet(() -> UUID.randomUUID().toString()));
    }

    private static String baseUrl(String url) {
        String base = url.replaceAll("/+$", "");
        return base.endsWith("/api") ? base.substring(0, base.length() - "/api".length()) : base;
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int separator = line.indexOf(line.indexOf(':') < 0 ? '=' : ':');
            if (separator < 1) {
                throw new IllegalArgumentException(EdgeSetting.UPSTREAM_HEADERS.property()
                        + " must be a list of \"Name: value\" or \"Name=value\"");
            }
            headers.put(
                    line.substring(0, separator).strip(),
                    line.substring(separator + 1).strip());
        }
        return headers;
    }
}
