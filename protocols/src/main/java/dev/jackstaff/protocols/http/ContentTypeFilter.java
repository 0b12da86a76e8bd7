package dev.jackstaff.protocols.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filter that keeps the first of two Content-Type values, which some Unleash SDKs send, and hides a value that is no
 * media type. JAX-RS would refuse such requests before any of its filters run, and in no protocol's form; {@link
 * MalformedContentTypeFilter} does it instead. Servlets read a body as JSON whatever its type is.
 */
public class ContentTypeFilter extends HttpFilter {
    /** The request attribute that says that the request has a Content-Type that is no media type. */
    static final String MALFORMED = ContentTypeFilter.class.getName() + ".malformed";

    private static final long serialVersionUID = 1L;
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "(\\s*;\\s*(" + TOKEN + "=(" + TOKEN + "|\"([^\"\\\\]|\\\\.)*\"))?)*\\s*");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getContentType();
        int comma = type == null ? -1 : type.indexOf(',');
        String first =
                type == null || comma < 0 ? type : type.substring(0, comma).strip();
        if (first != null && !MEDIA_TYPE.matcher(first).matches()) {
            request.setAttribute(MALFORMED, true);
            chain.doFilter(new RequestOfType(request, null), response);
        } else {
            chain.doFilter(comma < 0 ? request : new RequestOfType(request, first), response);
        }
    }

    /** A request with another content type, or with none. */
    private static final class RequestOfType extends HttpServletRequestWrapper {
        private final @Nullable String type;

        RequestOfType(HttpServletRequest request, @Nullable String type) {
            super(request);
            this.type = type;
        }

        @Override
        public @Nullable String getContentType() {
            return type;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(CONTENT_TYPE) ? type : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (!name.equalsIgnoreCase(CONTENT_TYPE)) {
                return super.getHeaders(name);
            }
            return type == null ? Collections.emptyEnumeration() : Collections.enumeration(Collections.singleton(type));
        }
    }
}
