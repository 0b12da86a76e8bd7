package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The filter that forwards requests below the base path to the routes without it, so that the other filters see no
 * difference. Mounted only if a base path is set.
 */
public class BasePathFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final String base =
            EdgeSettings.configured().text(ProtocolSetting.BASE_PATH).orElseThrow();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (request.getDispatcherType() == DispatcherType.FORWARD) {
            chain.doFilter(new DecodedPathRequest(request), response);
        } else if (path.startsWith(base + "/")) {
            String query = request.getQueryString();
            String relativePath = path.substring(base.length());
            request.getRequestDispatcher(query == null ? relativePath : relativePath + "?" + query)
                    .forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A forwarded request with a decoded path: Payara leaves forwarded paths encoded. */
    private static final class DecodedPathRequest extends HttpServletRequestWrapper {
        DecodedPathRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getPathInfo() {
            String info = super.getPathInfo();
            return info == null || info.indexOf('%') < 0
                    ? info
                    : URLDecoder.decode(info.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
