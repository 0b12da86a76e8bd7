package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.PresentedKey;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Lets pages of other origins ask (Fetch standard, CORS protocol): preflights are answered before any key is looked at.
 * Credentials of the browser are never allowed, so {@code *} is no danger; keys travel in headers, which are listed because
 * {@code *} does not cover {@code Authorization}.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class Cors extends HttpFilter {
    /**
     * The origins that may ask, separated by commas; {@code *} for all. With {@code .project.environment} appended: those that
     * may ask for that environment.
     */
    static final String ORIGINS = "jackstaff.edge.cors.origins";

    /** Unleash Edge's name for the same. */
    private static final String UNLEASH_ORIGINS = "CORS_ORIGIN";

    private static final long serialVersionUID = 1L;
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String ORIGIN = "Origin";
    private static final String ALL = "*";
    private static final String HEADERS = "Accept, Authorization, Cache-Control, Content-Type, If-None-Match,"
            + " Flagsmith-Application-Name, Flagsmith-Application-Version, Flagsmith-SDK-User-Agent, Last-Event-ID,"
            + " Unleash-AppName, Unleash-Connection-Id, Unleash-SDK, X-API-Key, X-Environment-Key";
    private static final String EXPOSED = "ETag, Retry-After, Jackstaff-Revision, X-Flagsmith-Document-Updated-At";
    private static final String TWO_DAYS = "172800";

    private final transient Config config = ConfigProvider.getConfig();
    private final transient Set<String> general =
            setting(ORIGINS).or(() -> setting(UNLEASH_ORIGINS)).orElse(Set.of(ALL));
    private final boolean special = StreamSupport.stream(
                    config.getPropertyNames().spliterator(), false)
            .anyMatch(name -> name.replace('_', '.').toLowerCase(Locale.ROOT).startsWith(ORIGINS + "."));
    private final transient Map<String, Set<String>> byEnvironment = new ConcurrentHashMap<>();

    @Inject
    transient LiveEnvironments environments;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader(ORIGIN);
        boolean preflight =
                origin != null && request.getMethod().equals("OPTIONS") && request.getHeader(REQUEST_METHOD) != null;
        if (special || !general.contains(ALL)) {
            response.addHeader("Vary", ORIGIN);
        }
        if (origin != null && allows(origin, request, preflight)) {
            response.setHeader(ALLOW_ORIGIN, special || !general.contains(ALL) ? origin : ALL);
            response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        }
        if (preflight) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS");
            response.setHeader("Access-Control-Allow-Headers", HEADERS);
            response.setHeader("Access-Control-Max-Age", TWO_DAYS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }

    /** A preflight has no key, so it is allowed what any environment allows; the request that follows it has. */
    private boolean allows(String origin, HttpServletRequest request, boolean preflight) {
        if (!special) {
            return contains(general, origin);
        }
        String key = PresentedKey.in(request::getHeader);
        if (preflight || key == null) {
            return contains(general, origin)
                    || environments.environments().keySet().stream()
                            .anyMatch(environment -> contains(origins(environment), origin));
        }
        return environments.access(key) instanceof Access.Granted granted
                ? contains(origins(granted.environment().snapshot().key()), origin)
                : contains(general, origin);
    }

    private static boolean contains(Set<String> origins, String origin) {
        return origins.contains(ALL) || origins.contains(origin);
    }

    private Set<String> origins(String environment) {
        return byEnvironment.computeIfAbsent(environment, key -> setting(ORIGINS + "." + key.replace('/', '.'))
                .orElse(general));
    }

    private Optional<Set<String>> setting(String name) {
        return config.getOptionalValue(name, String[].class)
                .map(origins -> Stream.of(origins).map(String::strip).collect(Collectors.toCollection(HashSet::new)));
    }
}
