package dev.jackstaff.protocols.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A filter that refuses TRACE and closes the connection. A TRACE request has no body (RFC 9110, section 9.3.8), so the
 * server leaves one that was sent nevertheless on the connection, and would read it as the next request: other users of
 * the connection, for example behind a proxy, would get answers to that request. The error page of the host is the
 * answer.
 */
public class TraceMethodFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("TRACE")) {
            response.setHeader("Connection", "close");
            response.setHeader("Allow", "OPTIONS");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            chain.doFilter(request, response);
        }
    }
}
