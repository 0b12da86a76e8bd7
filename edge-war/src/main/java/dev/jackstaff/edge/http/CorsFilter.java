package dev.jackstaff.edge.http;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The CORS filter (Fetch standard): answers preflights before keys are checked. Browser credentials are never allowed,
 * so {@code *} is safe. The allowed methods and headers are those of {@link CorsRules}.
 */
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class CorsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";
    private static final String ORIGIN = "Origin";
    private static final String ALL = "*";

    private final transient EdgeSettings settings = EdgeSettings.configured();
    private final transient CorsRules rules = CorsRules.of(settings);
    private final transient Set<String> defaultOrigins =
            settings.list(EdgeSetting.CORS_ORIGINS).map(HashSet::new).orElseGet(() -> new HashSet<>(Set.of(ALL)));
    private final boolean hasEnvironmentOrigins = settings.hasEnvironmentOverrides(EdgeSetting.CORS_ORIGINS);
    private final transient Map<String, Set<String>> originsByEnvironment = new ConcurrentHashMap<>();

    @Inject
    transient LiveEnvironments environments;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader(ORIGIN);
        boolean preflight =
                origin != null && request.getMethod().equals("OPTIONS") && request.getHeader(REQUEST_METHOD) != null;
        if (hasEnvironmentOrigins || !defaultOrigins.contains(ALL)) {
            response.addHeader("Vary", ORIGIN);
        }
        if (origin != null && allows(origin, request, preflight)) {
            response.setHeader(ALLOW_ORIGIN, hasEnvironmentOrigins || !defaultOrigins.contains(ALL) ? origin : ALL);
            response.setHeader("Access-Control-Expose-Headers", rules.exposedHeaders());
        }
        if (preflight) {
            response.addHeader("Vary", REQUEST_HEADERS);
            response.setHeader("Access-Control-Allow-Methods", rules.allowedMethods());
            response.setHeader("Access-Control-Allow-Headers", rules.headersFor(request.getHeader(REQUEST_HEADERS)));
            response.setHeader("Access-Control-Max-Age", Integer.toString(rules.maxAgeSeconds()));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }

    /**
     * Whether an origin is allowed. A preflight carries no key, so it is allowed what any environment allows; the
     * request that follows is checked for its own environment.
     */
    private boolean allows(String origin, HttpServletRequest request, boolean preflight) {
        if (!hasEnvironmentOrigins) {
            return contains(defaultOrigins, origin);
        }
        String key = PresentedKey.in(request::getHeader);
        if (preflight || key == null) {
            return contains(defaultOrigins, origin)
                    || environments.environments().keySet().stream()
                            .anyMatch(environment -> contains(originsOf(environment), origin));
        }
        return environments.access(key) instanceof Access.Granted granted
                ? contains(originsOf(granted.environment().snapshot().key()), origin)
                : contains(defaultOrigins, origin);
    }

    private static boolean contains(Set<String> origins, String origin) {
        return origins.contains(ALL) || origins.contains(origin);
    }

    private Set<String> originsOf(String environment) {
        return originsByEnvironment.computeIfAbsent(
                environment, key -> settings.listForEnvironment(EdgeSetting.CORS_ORIGINS, key.replace('/', '.'))
                        .<Set<String>>map(HashSet::new)
                        .orElse(defaultOrigins));
    }
}
