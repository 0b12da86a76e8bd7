package dev.jackstaff.edge.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whose route a request is for, told by the beginning of its path. */
enum RequestProtocol {
    OFREP,
    UNLEASH,
    FLAGSMITH,
    SYNC,
    FLEXFLAG,
    FLUXGATE,
    CACHE_ASIDE,
    HEALTH,
    OTHER;

    private static final Map<RequestProtocol, List<String>> PATH_PREFIXES = pathPrefixes();

    private static Map<RequestProtocol, List<String>> pathPrefixes() {
        Map<RequestProtocol, List<String>> beginnings = new LinkedHashMap<>();
        beginnings.put(OFREP, List.of("/ofrep/"));
        beginnings.put(
                UNLEASH, List.of("/api/client/", "/api/frontend", "/api/proxy", "/edge/", "/internal-backstage/"));
        beginnings.put(
                FLAGSMITH,
                List.of(
                        "/api/v1/flags",
                        "/api/v1/identities",
                        "/api/v1/environment-document",
                        "/api/v1/analytics/",
                        "/api/v2/analytics/",
                        "/sse/",
                        "/proxy/"));
        beginnings.put(SYNC, List.of("/api/v1/sync"));
        beginnings.put(FLEXFLAG, List.of("/api/v1/evaluate", "/api/v1/cache/"));
        beginnings.put(FLUXGATE, List.of("/evaluate"));
        beginnings.put(CACHE_ASIDE, List.of("/flags", "/cache/"));
        beginnings.put(HEALTH, List.of("/health", "/ready", "/metrics"));
        return beginnings;
    }

    static RequestProtocol of(String path) {
        for (Map.Entry<RequestProtocol, List<String>> protocol : PATH_PREFIXES.entrySet()) {
            for (String beginning : protocol.getValue()) {
                if (path.startsWith(beginning)) {
                    return protocol.getKey();
                }
            }
        }
        return OTHER;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
