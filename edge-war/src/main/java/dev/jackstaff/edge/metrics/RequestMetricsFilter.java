package dev.jackstaff.edge.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The filter that counts and times requests, except streams. */
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class RequestMetricsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient EdgeMetrics metrics;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long startNanos = System.nanoTime();
        chain.doFilter(request, response);
        if (!request.isAsyncStarted()) {
            metrics.recordRequest(request.getRequestURI(), response.getStatus(), System.nanoTime() - startNanos);
        }
    }
}
