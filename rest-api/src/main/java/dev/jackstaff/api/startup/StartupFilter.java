package dev.jackstaff.api.startup;

import dev.jackstaff.api.http.HubRefusals;
import dev.jackstaff.protocols.http.ReplyServlet;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The filter that refuses requests until the API has started; health checks pass. */
public class StartupFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String HEALTH = "/health";
    private static final String RETRY_SECONDS = "5";

    @Inject
    transient ApiStartup startup;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (startup.isComplete() || isHealth(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            ReplyServlet.write(
                    HubRefusals.of(
                                    request.getRequestURI(),
                                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                                    "the hub has not started yet, because it waits for its database; try again")
                            .with("Retry-After", RETRY_SECONDS),
                    response);
        }
    }

    private static boolean isHealth(String path) {
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }
}
