package dev.jackstaff.edge.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of other origins ask (Fetch standard, CORS protocol): preflights are answered before any key is looked at.
 * Credentials of the browser are never allowed, so {@code *} is no danger; keys travel in headers, which are listed because
 * {@code *} does not cover {@code Authorization}.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Cors extends HttpFilter {
    /** The origins that may ask, separated by commas; {@code *} for all. */
    static final String ORIGINS = "jackstaff.edge.cors.origins";

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

    private final transient Set<String> origins = Set.of(
            ConfigProvider.getConfig().getOptionalValue(ORIGINS, String[].class).orElse(new String[] {ALL}));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader(ORIGIN);
        if (!origins.contains(ALL)) {
            response.addHeader("Vary", ORIGIN);
        }
        String allowed = allowed(origin);
        if (allowed != null) {
            response.setHeader(ALLOW_ORIGIN, allowed);
            response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        }
        if (origin != null && request.getMethod().equals("OPTIONS") && request.getHeader(REQUEST_METHOD) != null) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS");
            response.setHeader("Access-Control-Allow-Headers", HEADERS);
            response.setHeader("Access-Control-Max-Age", TWO_DAYS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }

    private @Nullable String allowed(@Nullable String origin) {
        if (origin == null) {
            return null;
        }
        return origins.contains(ALL) ? ALL : origins.contains(origin) ? origin : null;
    }
}
