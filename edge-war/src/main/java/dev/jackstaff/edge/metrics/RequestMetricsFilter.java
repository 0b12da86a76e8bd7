package dev.jackstaff.edge.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongSupplier;

/** The filter that counts and times requests, except streams. */
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class RequestMetricsFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient EdgeMetrics metrics;

    private final transient LongSupplier nanoTime;

    /** A filter with the system's clock. */
    public RequestMetricsFilter() {
        this(System::nanoTime);
    }

    RequestMetricsFilter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long startNanos = nanoTime.getAsLong();
        chain.doFilter(request, response);
        if (!request.isAsyncStarted()) {
            metrics.recordRequest(request.getRequestURI(), response.getStatus(), nanoTime.getAsLong() - startNanos);
        }
    }
}
