package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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

    private final transient CorsRules rules = CorsRules.of(EdgeSettings.configured());

    @Inject
    transient CorsOrigins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader(ORIGIN);
        boolean preflight =
                origin != null && request.getMethod().equals("OPTIONS") && request.getHeader(REQUEST_METHOD) != null;
        if (origins.vary()) {
            response.addHeader("Vary", ORIGIN);
        }
        if (origin != null
                && (preflight
                        ? origins.allowAnywhere(origin)
                        : origins.allow(origin, PresentedKey.in(request::getHeader)))) {
            response.setHeader(ALLOW_ORIGIN, origins.allowedValue(origin));
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
}
