package dev.jackstaff.edge.http;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.staleness.SnapshotAgeFilter;
import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.http.Protocol;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods and headers that pages of other origins may use.
 * Unless a setting lists the headers of requests, a page may send any: what pages add for tracing, for example. The
 * answer to a preflight then repeats the requested names, because {@code *} does not cover {@code Authorization}.
 *
 * @param allowedMethods the methods of their requests
 * @param allowsAnyHeader whether their requests may have any header
 * @param allowedHeaders the headers of their requests, for preflights that name none if any is allowed
 * @param exposedHeaders the headers of answers that they may read
 * @param maxAgeSeconds how long a browser may cache the answer to a preflight
 */
record CorsRules(
        String allowedMethods,
        boolean allowsAnyHeader,
        String allowedHeaders,
        String exposedHeaders,
        int maxAgeSeconds) {
    private static final String ALL = "*";
    private static final int DEFAULT_MAX_AGE_SECONDS = 172_800;
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS");
    private static final List<String> HEADERS =
            List.of("Accept", "Authorization", "Cache-Control", "Content-Type", "If-None-Match");
    private static final List<String> EXPOSED = List.of("ETag", "Retry-After");

    static CorsRules of(EdgeSettings settings) {
        Optional<List<String>> configured = settings.list(EdgeSetting.CORS_HEADERS);
        Set<String> headers = new LinkedHashSet<>(configured.orElseGet(CorsRules::requestHeaders));
        settings.text(ProtocolSetting.KEY_HEADER).ifPresent(headers::add);
        return new CorsRules(
                join(settings.list(EdgeSetting.CORS_METHODS).orElse(METHODS)),
                configured.isEmpty() || headers.contains(ALL),
                headers.contains(ALL) ? ALL : join(headers),
                join(settings.list(EdgeSetting.CORS_EXPOSED_HEADERS).orElseGet(CorsRules::responseHeaders)),
                settings.number(EdgeSetting.CORS_MAX_AGE, DEFAULT_MAX_AGE_SECONDS));
    }

    /**
     * The value of Access-Control-Allow-Headers for a preflight.
     *
     * @param requested the headers that the page requests; null if it names none
     */
    String headersFor(@Nullable String requested) {
        return allowsAnyHeader && requested != null && !requested.isBlank() ? requested : allowedHeaders;
    }

    private static List<String> requestHeaders() {
        return Stream.concat(
                        HEADERS.stream(),
                        InstalledProtocols.headers(protocol -> Stream.concat(
                                                protocol.corsRequestHeaders().stream(), protocol.keyHeaders().stream())
                                        .toList())
                                .stream())
                .toList();
    }

    private static List<String> responseHeaders() {
        return Stream.concat(
                        EXPOSED.stream(),
                        Stream.concat(
                                        Stream.of(SnapshotAgeFilter.AGE_HEADER),
                                        InstalledProtocols.headers(Protocol::corsResponseHeaders).stream())
                                .sorted())
                .toList();
    }

    private static String join(Collection<String> names) {
        return String.join(", ", names);
    }
}
