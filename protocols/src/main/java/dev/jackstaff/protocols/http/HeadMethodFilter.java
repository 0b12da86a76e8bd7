package dev.jackstaff.protocols.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The filter that lets every route answer HEAD as GET (RFC 9110, section 9.3.2). The server sends no body in response
 * to HEAD. Streams have no end and ask {@link #isHead}.
 */
public class HeadMethodFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String HEAD = "HEAD";
    private static final String ATTRIBUTE = HeadMethodFilter.class.getName();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals(HEAD)) {
            request.setAttribute(ATTRIBUTE, true);
            chain.doFilter(new GetRequest(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether the client wants the headers only. */
    public static boolean isHead(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /** A HEAD request as a GET request. */
    private static final class GetRequest extends HttpServletRequestWrapper {
        GetRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
