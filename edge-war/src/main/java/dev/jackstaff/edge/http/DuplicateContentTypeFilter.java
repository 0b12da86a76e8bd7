package dev.jackstaff.edge.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * The filter that keeps the first of two Content-Type values, which some Unleash SDKs send. JAX-RS would refuse such a
 * request before any of its filters run.
 */
public class DuplicateContentTypeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String CONTENT_TYPE = "Content-Type";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getContentType();
        int comma = type == null ? -1 : type.indexOf(',');
        chain.doFilter(
                type == null || comma < 0
                        ? request
                        : new SingleContentTypeRequest(
                                request, type.substring(0, comma).strip()),
                response);
    }

    /** A request with a single content type. */
    private static final class SingleContentTypeRequest extends HttpServletRequestWrapper {
        private final String type;

        SingleContentTypeRequest(HttpServletRequest request, String type) {
            super(request);
            this.type = type;
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(CONTENT_TYPE) ? type : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(CONTENT_TYPE)
                    ? Collections.enumeration(Collections.singleton(type))
                    : super.getHeaders(name);
        }
    }
}
