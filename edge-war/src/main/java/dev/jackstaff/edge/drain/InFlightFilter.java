package dev.jackstaff.edge.drain;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The filter that counts requests in flight, and closes their connections with the answer during shutdown. Streams do
 * not count.
 */
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class InFlightFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient GracefulShutdown shutdown;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        shutdown.requestStarted();
        try {
            if (shutdown.isDraining() && request.getProtocol().startsWith("HTTP/1")) {
                response.setHeader("Connection", "close");
            }
            chain.doFilter(request, response);
        } finally {
            shutdown.requestFinished();
        }
    }
}
