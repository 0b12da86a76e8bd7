package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.PresentedKey;
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
 * Lets pages of other origins ask (Fetch standard, CORS protocol): preflights are answered before any key is looked at.
 * Credentials of the browser are never allowed, so {@code *} is no danger. What they may do is {@link CorsRules}.
 */
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class Cors extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";
    private static final String ORIGIN = "Origin";
    private static final String ALL = "*";

    private final transient EdgeSettings settings = EdgeSettings.configured();
    private final transient CorsRules rules = CorsRules.of(settings);
    private final transient Set<String> general =
            settings.list(EdgeSetting.CORS_ORIGINS).map(HashSet::new).orElseGet(() -> new HashSet<>(Set.of(ALL)));
    private final boolean special = settings.hasParts(EdgeSetting.CORS_ORIGINS);
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
            response.setHeader("Access-Control-Expose-Headers", rules.exposed());
        }
        if (preflight) {
            response.setHeader("Access-Control-Allow-Methods", rules.methods());
            response.setHeader("Access-Control-Allow-Headers", rules.headersFor(request.getHeader(REQUEST_HEADERS)));
            response.setHeader("Access-Control-Max-Age", Integer.toString(rules.maxAge()));
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
        return byEnvironment.computeIfAbsent(
                environment, key -> settings.listFor(EdgeSetting.CORS_ORIGINS, key.replace('/', '.'))
                        .<Set<String>>map(HashSet::new)
                        .orElse(general));
    }
}
